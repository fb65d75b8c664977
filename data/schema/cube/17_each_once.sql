-- The parts of a text with bars between them, each once and in order: the sources of rows that are taken together.
CREATE MACRO each_once(list) AS array_to_string(list_sort(list_distinct(string_split(list, '|'))), '|');
