// Package finding turns numbers into sentences, by rules that can be read.
package finding

import "meridian/analytics/lang"

// Finding is a sentence the rows prove, and the part of it that is the point.
type Finding struct {
	Text     string
	Emphasis string // a part of Text, shown in the accent; may be empty
}

// Empty reports whether there is nothing honest to say.
func (f Finding) Empty() bool { return f.Text == "" }

// Say fills a sentence. The message marks its point as the placeholder {point},
// whose wording is a message of its own.
func Say(l lang.Lang, sentence, point lang.Text, args lang.Args) Finding {
	emphasis := point.With(l, args)
	all := lang.Args{"point": emphasis}
	for name, value := range args {
		all[name] = value
	}
	return Finding{Text: sentence.With(l, all), Emphasis: emphasis}
}

// Enough is the smallest base, in people or things, that a percentage is said of.
const Enough = 22.5
