package read

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// style is how the numbers of a cell are shown, as far as it changes what they mean.
type style struct {
	date, clock bool // the number is a day, a time of day, or both
	zeros       int  // the number is filled up to so many digits: codes such as 0311
}

// styles are those of a workbook, by the index that cells have.
func styles(book *excelize.File) []style {
	if book.Styles == nil || book.Styles.CellXfs == nil {
		return nil
	}
	custom := map[int]string{}
	if book.Styles.NumFmts != nil {
		for _, format := range book.Styles.NumFmts.NumFmt {
			custom[format.NumFmtID] = format.FormatCode
		}
	}
	list := make([]style, len(book.Styles.CellXfs.Xf))
	for i, xf := range book.Styles.CellXfs.Xf {
		if xf.NumFmtID == nil {
			continue
		}
		if format, ok := custom[*xf.NumFmtID]; ok {
			list[i] = styleOf(format)
		} else {
			list[i] = builtIn(*xf.NumFmtID)
		}
	}
	return list
}

// builtIn are the date formats that every workbook has without spelling them out, those of East Asia among them.
func builtIn(id int) style {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57 || id == 58:
		return style{date: true}
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id == 45 || id == 47, id == 55 || id == 56:
		return style{clock: true}
	case id == 22:
		return style{date: true, clock: true}
	}
	return style{}
}

// styleOf reads a number format such as dd/mm/yyyy;@ or [$-409]d mmm yy or 0000.
func styleOf(format string) style {
	format, _, _ = strings.Cut(format, ";")
	if format != "" && strings.Trim(format, "0") == "" {
		return style{zeros: len(format)}
	}
	bare, elapsed := bareFormat(strings.ToLower(format))
	if elapsed || strings.Contains(bare, "general") || strings.ContainsAny(bare, "0#?") && !strings.Contains(bare, "s") {
		return style{} // a number, or a length of time, which is one
	}
	found := style{date: strings.ContainsAny(bare, "yd"), clock: strings.ContainsAny(bare, "hs")}
	if !found.clock && strings.Contains(bare, "m") {
		found.date = true
	}
	return found
}

// bareFormat is a format without quoted text, escaped characters and what stands in brackets. elapsed is true when
// the brackets count hours, minutes or seconds.
func bareFormat(format string) (bare string, elapsed bool) {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		switch c := format[i]; c {
		case '\\', '_', '*':
			i++
		case '"', '[':
			closing := byte('"')
			if c == '[' {
				closing = ']'
			}
			length := strings.IndexByte(format[i+1:], closing)
			if length < 0 {
				return b.String(), elapsed
			}
			inside := format[i+1 : i+1+length]
			elapsed = elapsed || c == '[' && inside != "" && strings.Trim(inside, inside[:1]) == "" && strings.ContainsAny(inside, "hms")
			i += length + 1
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), elapsed
}

// text is a number of a sheet as text: plain digits with a point, or a date as 2018-08-31.
func (s style) text(raw string, epoch1904 bool) string {
	if !s.date && !s.clock && len(raw) <= 15 && strings.Trim(raw, "0123456789") == "" {
		return strings.Repeat("0", max(0, s.zeros-len(raw))) + raw
	}
	number, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return raw
	}
	if (s.date || s.clock) && number >= 0 && number < 2_958_466 { // up to the year 9999
		if text := s.moment(number, epoch1904); text != "" {
			return text
		}
	}
	return unmistakable(plainNumber(raw, number))
}

// moment is a serial number of days as text.
func (s style) moment(number float64, epoch1904 bool) string {
	at, err := excelize.ExcelDateToTime(number, epoch1904)
	if err != nil {
		return ""
	}
	whole := number == float64(int64(number))
	switch {
	case s.date && (!s.clock || whole):
		return at.Format("2006-01-02")
	case s.clock && number < 1:
		return at.Format("15:04:05")
	}
	return at.Format("2006-01-02T15:04:05")
}

// plainNumber is a number with the fifteen digits that spreadsheets show, without an exponent where that is shorter
// than a line.
func plainNumber(raw string, number float64) string {
	if len(raw) <= 15 && !strings.ContainsAny(raw, "eE") {
		return raw
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(number, 'g', 15, 64), 64)
	if err != nil {
		return raw
	}
	if text := strconv.FormatFloat(rounded, 'f', -1, 64); len(text) <= 40 {
		return text
	}
	return raw
}
