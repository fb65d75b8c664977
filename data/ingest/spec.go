package ingest

// Type says how a cell is read and what it may hold.
type Type string

// The types of cells. Money is kept as whole hundredths; Moment is a date as precise as is known.
const (
	Text      Type = "text"
	ID        Type = "id"
	Enum      Type = "one of"
	Place     Type = "place code"
	Year      Type = "academic year"
	Day       Type = "date"
	Moment    Type = "year, month or date"
	Count     Type = "count"
	Rank      Type = "rank"
	Number    Type = "number"
	Measure   Type = "measure"
	Money     Type = "money"
	Flag      Type = "true or false"
	Latitude  Type = "latitude"
	Longitude Type = "longitude"
	ISCED     Type = "ISCED-F code"
	ROR       Type = "ROR id"
	URL       Type = "web address"
)

// sourceFile as a Default stands for the file itself: rows that name no source come from it.
const sourceFile = "(the file)"

// Column is one column of a file and of the table it fills.
type Column struct {
	Name     string
	Type     Type
	Required bool
	Values   []string // what an Enum may be
	Refers   string   // the table whose first column must hold the value
	Default  string   // what an empty cell or an absent column means
}

// Table is one file of the import format and the table it fills.
type Table struct {
	Name    string // the table; the file is Name + ".csv"
	Columns []Column
	Key     []string    // together unique
	Needs   [][]string  // of each group at least one is given
	Ordered [][2]string // the first is not above the second
	// Undirected names two columns whose order means nothing: a row and its mirror image are the same.
	Undirected [2]string
	Geo        bool // read from the place names, not from the data set
	Reference  bool // looked things up in, not stored
}

// File is the name of the file in its folder.
func (t Table) File() string { return t.Name + ".csv" }

func (t Table) column(name string) int {
	for i, column := range t.Columns {
		if column.Name == name {
			return i
		}
	}
	return -1
}

func id(name string) Column              { return Column{Name: name, Type: ID, Required: true} }
func need(name string, kind Type) Column { return Column{Name: name, Type: kind, Required: true} }
func may(name string, kind Type) Column  { return Column{Name: name, Type: kind} }
func refer(name, table string) Column    { return Column{Name: name, Type: Text, Refers: table} }
func mustRefer(name, table string) Column {
	return Column{Name: name, Type: Text, Refers: table, Required: true}
}

func oneOf(name string, values ...string) Column {
	return Column{Name: name, Type: Enum, Values: values}
}

// Additive is true of a number that may be added up over rows: people and amounts.
func (c Column) Additive() bool { return c.Type == Count || c.Type == Measure || c.Type == Money }

func (c Column) required() Column           { c.Required = true; return c }
func (c Column) orElse(value string) Column { c.Default = value; return c }

func names(prefix string) []Column {
	return []Column{need(prefix, Text), may(prefix+"_zh_hant", Text), may(prefix+"_zh_hans", Text)}
}

// origin is the two columns that say how far a row can be trusted and where it was read.
func origin() []Column {
	return []Column{
		oneOf("evidence", "published", "derived", "illustrative").orElse("published"),
		refer("source_id", "sources").orElse(sourceFile),
	}
}

func columns(groups ...any) []Column {
	var list []Column
	for _, group := range groups {
		switch group := group.(type) {
		case Column:
			list = append(list, group)
		case []Column:
			list = append(list, group...)
		}
	}
	return list
}
