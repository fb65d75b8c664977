package read

import "bytes"

// foreignKinds are formats that only have the wrong ending, by their first bytes.
func foreignKinds() [][2]string {
	return [][2]string{
		{"PK\x03\x04", "this is a workbook or an archive, not text"},
		{"\xd0\xcf\x11\xe0", "this is a workbook of the old format .xls, not text"},
		{"PAR1", "this is a Parquet file, not text"},
		{"%PDF", "this is a PDF, not a table"},
		{"\x1f\x8b", "this is a compressed file, not text"},
		{"\x89PNG\r\n\x1a\n", "this is a picture (PNG), not a table"},
		{"\xff\xd8\xff", "this is a picture (JPEG), not a table"},
		{"GIF87a", "this is a picture (GIF), not a table"},
		{"GIF89a", "this is a picture (GIF), not a table"},
		{"II*\x00", "this is a picture (TIFF), not a table"},
		{"MM\x00*", "this is a picture (TIFF), not a table"},
		{"{\\rtf", "this is a word processor's document (RTF), not a table"},
		{"7z\xbc\xaf\x27\x1c", "this is an archive, not text"},
		{"Rar!\x1a", "this is an archive, not text"},
		{"SQLite format 3\x00", "this is a database, not text"},
		{"\x7fELF", "this is a program, not a table"},
	}
}

// start looks at the first bytes for formats that only have the wrong ending.
func (e *evidence) start(piece []byte) {
	for _, kind := range foreignKinds() {
		if bytes.HasPrefix(piece, []byte(kind[0])) {
			e.foreign = kind[1]
		}
	}
	if len(piece) > 12 && bytes.HasPrefix(piece, []byte("RIFF")) && string(piece[8:12]) == "WEBP" {
		e.foreign = "this is a picture (WebP), not a table"
	}
}

// strangeControl is true of control characters but tabs, line ends, page ends, the end of a DOS file and escapes.
func strangeControl(b byte) bool { return b < '\t' || b > '\r' && b != 0x1a && b != 0x1b }

// strangeMost is how many strange control characters any text may have, beside one in strangeShare.
const strangeMost, strangeShare = 8, 50

// binary is true of a sample that is no text in the encoding found: one in fifty of its bytes is a control character.
func (e *evidence) binary(encoding string) bool {
	return encoding != utf16LE && encoding != utf16BE && e.strange > max(strangeMost, e.seen/strangeShare)
}
