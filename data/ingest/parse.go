package ingest

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"meridian/data/ingest/value"
	"meridian/data/match"
)

var (
	isISCED = regexp.MustCompile(`^\d{2,4}$`)
)

func wrong(text, reason, remedy string) *value.Fault {
	return &value.Fault{Reason: quote(text) + " " + reason, Remedy: remedy}
}

func invisible(char rune, position int) *value.Fault {
	return &value.Fault{Reason: fmt.Sprintf("the text holds the invisible character %U at position %d", char, position),
		Remedy: "remove it, for example by typing the text anew"}
}

// parseText reads a text that is not empty as the column's type.
func (c *column) parseText(f *file, text string, out *outcome) (any, *value.Fault) {
	switch c.Type {
	case Text, URL:
		return c.parseWords(f, text, out)
	case Count, Rank, Number, Measure, Latitude, Longitude, Money:
		return c.parseNumber(f, text, out)
	case Day:
		day, fault := c.dates.Day(text, f.line)
		if fault != nil {
			return nil, fault
		}
		return day, nil
	case Moment:
		return stringOr(c.dates.Moment(text, f.line))
	case Place:
		return f.place(c, text, out)
	}
	return c.parseCode(f, f.mend(c, text, out), out)
}

// parseWords reads what people wrote: text that refers to a table is an id.
func (c *column) parseWords(f *file, text string, out *outcome) (any, *value.Fault) {
	if c.Type == URL {
		return parseURL(text)
	}
	if c.Refers == "" {
		return text, nil
	}
	text = f.mend(c, text, out)
	return f.checkReference(c, text, out)
}

// spaced shows the spaces of a code that nobody would see.
func spaced(text string) string {
	return strings.NewReplacer("  ", "··", "\u00a0", "·", "\u2009", "·", "\u202f", "·", "\u3000", "·").Replace(text)
}

// mend takes out of a code what nobody sees in it, and counts that it did.
func (f *file) mend(c *column, text string, out *outcome) string {
	mended, changed := value.Code(text)
	if changed {
		t := f.tell(c.Name, text, "double, unbreakable or full-width characters made plain", "")
		t.example(spaced(text), mended)
		out.tell(t)
	}
	return mended
}

func (c *column) parseCode(f *file, text string, out *outcome) (any, *value.Fault) {
	switch c.Type {
	case ID:
		if text == "" {
			return nil, wrong(text, "holds nothing that can be seen", "write an id")
		}
		return text, nil
	case Enum:
		return c.parseEnum(text)
	case Year:
		return f.year(c, text, out)
	case Flag:
		return parseFlag(text)
	case ISCED:
		if isISCED.MatchString(text) {
			return text, nil
		}
		return nil, wrong(text, "is not an ISCED-F 2013 code", "write two to four digits and keep leading zeros, as 0311")
	case ROR:
		if id, valid := match.ROR(text); valid {
			return id, nil
		}
		return nil, wrong(text, "is not a ROR id", "write it as https://ror.org/0030zas98")
	}
	return text, nil
}

// parseEnum takes a value in any case, its words parted by a hyphen, an underscore or a space.
func (c *column) parseEnum(text string) (any, *value.Fault) {
	if slices.Contains(c.Values, text) {
		return text, nil
	}
	same := strings.NewReplacer("_", "-", " ", "-")
	for _, known := range c.Values {
		if strings.EqualFold(same.Replace(known), same.Replace(text)) {
			return known, nil
		}
	}
	return nil, wrong(text, "is not one of the values", "use "+list(c.Values))
}

// year reads an academic year by the data set's rule, and says what a bare year was taken for.
func (f *file) year(c *column, text string, out *outcome) (any, *value.Fault) {
	id, fault := value.Year(text, f.yearRule())
	if fault != nil {
		return nil, fault
	}
	if len(strings.TrimSpace(text)) == 4 && len(id) > 4 {
		t := f.tell(c.Name, text, "single years read as the academic year that "+f.mapping.Years+" in them, as the file's mapping says", "")
		t.example(text, id)
		out.tell(t)
	}
	return id, nil
}

func (f *file) yearRule() value.YearRule {
	return value.YearRule{Calendar: f.report.Dataset.AcademicYear.StartMonth == 1, Bare: f.mapping.Years}
}

// parseURL takes only what may stand behind a link: javascript: and its like would run in the reader's page.
func parseURL(text string) (any, *value.Fault) {
	address, err := url.Parse(text)
	plain := !strings.ContainsAny(text, " \t\r\n\"<>")
	if err == nil && plain && (address.Scheme == "http" || address.Scheme == "https") && address.Hostname() != "" {
		return text, nil
	}
	return nil, wrong(text, "is not a web address", "write it in full, as https://www.example.edu/page, or leave the cell empty")
}

func parseFlag(text string) (any, *value.Fault) {
	switch strings.ToLower(text) {
	case "true", "yes", "1", "y", "t", "是":
		return true, nil
	case "false", "no", "0", "n", "f", "否":
		return false, nil
	}
	return nil, wrong(text, "is neither true nor false", "write true or false")
}

func stringOr(text string, fault *value.Fault) (any, *value.Fault) {
	if fault != nil {
		return nil, fault
	}
	return text, nil
}
