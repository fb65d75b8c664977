package display

import (
	"fmt"
	"strings"
)

// A tag is an element's start or end, or the text between two tags.
type tag struct {
	name  string
	attrs []attr
	end   bool // </name>
	empty bool // <name/>
	text  string
}

type attr struct{ name, value string }

// get is an attribute's value, empty when it is not there.
func (t *tag) get(name string) string {
	for i := range t.attrs {
		if t.attrs[i].name == name {
			return t.attrs[i].value
		}
	}
	return ""
}

// A scanner reads the XML that our own writers produce: no processing
// instructions, no doctype, attributes in double quotes.
type scanner struct {
	data string
	at   int
	tag  tag
}

// next reads a tag or a text into s.tag; false at the end.
func (s *scanner) next() (bool, error) {
	if s.at >= len(s.data) {
		return false, nil
	}
	s.tag = tag{attrs: s.tag.attrs[:0]}
	if s.data[s.at] != '<' {
		end := strings.IndexByte(s.data[s.at:], '<')
		if end < 0 {
			end = len(s.data) - s.at
		}
		s.tag.text = unescape(s.data[s.at : s.at+end])
		s.at += end
		return true, nil
	}
	return true, s.readTag()
}

func (s *scanner) readTag() error {
	s.at++
	if s.at < len(s.data) && s.data[s.at] == '/' {
		s.tag.end = true
		s.at++
	}
	s.tag.name = s.word()
	for {
		s.space()
		switch {
		case s.at >= len(s.data):
			return fmt.Errorf("the SVG breaks off within <%s>", s.tag.name)
		case s.data[s.at] == '>':
			s.at++
			return nil
		case strings.HasPrefix(s.data[s.at:], "/>"):
			s.tag.empty = true
			s.at += 2
			return nil
		}
		if err := s.readAttr(); err != nil {
			return err
		}
	}
}

func (s *scanner) readAttr() error {
	name := s.word()
	if !strings.HasPrefix(s.data[s.at:], `="`) || name == "" {
		return fmt.Errorf("the SVG has a broken attribute in <%s> at byte %d", s.tag.name, s.at)
	}
	s.at += 2
	end := strings.IndexByte(s.data[s.at:], '"')
	if end < 0 {
		return fmt.Errorf("the SVG breaks off within <%s>", s.tag.name)
	}
	s.tag.attrs = append(s.tag.attrs, attr{name, unescape(s.data[s.at : s.at+end])})
	s.at += end + 1
	return nil
}

func (s *scanner) word() string {
	from := s.at
	for s.at < len(s.data) && !strings.ContainsRune(" \t\r\n=/><\"", rune(s.data[s.at])) {
		s.at++
	}
	return s.data[from:s.at]
}

func (s *scanner) space() {
	for s.at < len(s.data) && s.data[s.at] <= ' ' {
		s.at++
	}
}

var entities = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'", "&apos;", "'", "&amp;", "&")

func unescape(text string) string {
	if strings.IndexByte(text, '&') < 0 {
		return text
	}
	return entities.Replace(text)
}
