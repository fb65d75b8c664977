// Package lang holds the three languages of the product and the texts written in them.
package lang

import (
	"fmt"
	"strings"
)

// Lang is a language tag as it stands in addresses and in the html lang attribute.
type Lang string

// The three languages, each written by hand; none is converted from another.
const (
	English     Lang = "en"
	Traditional Lang = "zh-Hant"
	Simplified  Lang = "zh-Hans"
)

// All lists the languages in the order they are offered.
func All() []Lang { return []Lang{English, Traditional, Simplified} }

// Parse reads a language tag; empty is English. The error names the tags that are known.
func Parse(tag string) (Lang, error) {
	if tag == "" {
		return English, nil
	}
	for _, l := range All() {
		if strings.EqualFold(tag, string(l)) {
			return l, nil
		}
	}
	return "", fmt.Errorf("unknown language %q: use en, zh-Hant or zh-Hans", tag)
}

// Text is one message in three languages. Placeholders are written {name}.
type Text struct {
	En   string `yaml:"en"`
	Hant string `yaml:"zh-Hant"`
	Hans string `yaml:"zh-Hans"`
}

// In gives the message in a language.
func (t Text) In(l Lang) string {
	switch l {
	case Traditional:
		return t.Hant
	case Simplified:
		return t.Hans
	default:
		return t.En
	}
}

// Args fills the placeholders of a message.
type Args map[string]string

// With gives the message in a language with its placeholders filled.
func (t Text) With(l Lang, args Args) string {
	pairs := make([]string, 0, 2*len(args))
	for name, value := range args {
		pairs = append(pairs, "{"+name+"}", value)
	}
	return strings.NewReplacer(pairs...).Replace(t.In(l))
}

// And puts another whole message after this one.
func (t Text) And(next Text) Text {
	return Text{En: t.En + " " + next.En, Hant: t.Hant + next.Hant, Hans: t.Hans + next.Hans}
}

// Complete reports whether the message is there in all three languages.
func (t Text) Complete() bool { return t.En != "" && t.Hant != "" && t.Hans != "" }

// Plural picks the English form by count; the Chinese messages have one form.
func Plural(n int64, one, other Text) Text {
	if n == 1 {
		return one
	}
	return other
}
