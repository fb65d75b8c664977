package read

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// The encodings of text files, as Options and Facts name them.
const (
	utf8Name    = "utf-8"
	utf16Name   = "utf-16" // in Options: the byte order is found out
	utf16LE     = "utf-16le"
	utf16BE     = "utf-16be"
	windows1250 = "windows-1250" // Central European
	windows1251 = "windows-1251" // Cyrillic
	windows1252 = "windows-1252" // Western European
	windows1253 = "windows-1253" // Greek
	windows1254 = "windows-1254" // Turkish
	iso88592    = "iso-8859-2"   // Central European
	macintosh   = "macintosh"
	gb18030     = "gb18030"
	big5        = "big5"
)

// Encodings are the names that Options.Encoding may have.
func Encodings() []string {
	return []string{utf8Name, utf16Name, utf16LE, utf16BE, windows1250, windows1251, windows1252, windows1253, windows1254, iso88592, macintosh, gb18030, big5}
}

// decoding gives what turns an encoding into UTF-8; nil for UTF-8 itself.
func decoding(name string) encoding.Encoding {
	switch name {
	case utf16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case utf16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case windows1250:
		return charmap.Windows1250
	case windows1251:
		return charmap.Windows1251
	case windows1252:
		return charmap.Windows1252
	case windows1253:
		return charmap.Windows1253
	case windows1254:
		return charmap.Windows1254
	case iso88592:
		return charmap.ISO8859_2
	case macintosh:
		return charmap.Macintosh
	case gb18030:
		return simplifiedchinese.GB18030
	case big5:
		return traditionalchinese.Big5
	}
	return nil
}

// script is how the text of a file is written.
type script struct {
	encoding string
	evidence string // a sentence
	mark     int    // bytes of the byte order mark
	newline  byte
}

// reader gives the text of a file as UTF-8 without its byte order mark.
func (s script) reader(in io.Reader) (io.Reader, error) {
	if _, err := io.CopyN(io.Discard, in, int64(s.mark)); err != nil {
		return nil, err
	}
	if decode := decoding(s.encoding); decode != nil {
		return transform.NewReader(in, decode.NewDecoder()), nil
	}
	return in, nil
}

// findScript finds out how a file's text is written, or takes the encoding that is asked for.
func findScript(files fs.FS, name string, size int64, asked string) (script, error) {
	var found script
	e := newEvidence()
	err := sampled(files, name, size, func(piece []byte, offset int64) {
		if offset == 0 {
			found.encoding, found.mark = markOf(piece)
			e.start(piece)
		}
		if found.mark == 0 || found.encoding == utf8Name {
			e.look(piece)
		}
	})
	if err != nil {
		return script{}, err
	}
	if e.foreign != "" {
		return script{}, refuse(e.foreign, "save the table as .csv, .xlsx or .parquet, with the ending of its format")
	}
	switch asked = strings.ToLower(asked); {
	case asked != "" && !known(asked):
		return script{}, refuse(fmt.Sprintf("the encoding %q is not known", asked), "write one of "+strings.Join(Encodings(), ", "))
	case found.mark > 0:
		found.evidence = "the file begins with a byte order mark"
	default:
		found.encoding, found.evidence = e.judge()
	}
	if asked != "" {
		found = found.as(asked)
	}
	if e.binary(found.encoding) {
		return script{}, refuse("this is not text: it is full of control characters", "save the table as .csv, .xlsx or .parquet")
	}
	found.newline = e.newline(found.encoding)
	return found, nil
}

func known(encoding string) bool {
	for _, name := range Encodings() {
		if name == encoding {
			return true
		}
	}
	return false
}

// as is the script in the encoding that was asked for. The byte order of UTF-16 and its mark are still those found.
func (s script) as(asked string) script {
	if asked == utf16Name {
		asked = utf16LE
		if s.encoding == utf16BE {
			asked = utf16BE
		}
	}
	if asked != s.encoding {
		s.mark = 0
	}
	s.encoding, s.evidence = asked, "the settings say so"
	return s
}

// markOf reads the byte order mark at the beginning of a file.
func markOf(start []byte) (encoding string, length int) {
	switch {
	case bytes.HasPrefix(start, []byte("\xef\xbb\xbf")):
		return utf8Name, 3
	case bytes.HasPrefix(start, []byte("\xff\xfe")):
		return utf16LE, 2
	case bytes.HasPrefix(start, []byte("\xfe\xff")):
		return utf16BE, 2
	}
	return "", 0
}
