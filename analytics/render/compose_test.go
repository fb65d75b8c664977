package render

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// Whatever the texts hold, of the chart or around it, the SVG is XML.
func TestForbiddenCharactersAreDropped(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1})
	const bad = "a\x01b\x1bc\ufffed\uffffe\xfff <&>\t"
	p := picture(t, "line-band")
	p.Payload.Title, p.Payload.Subtitle, p.Payload.Summary, p.Payload.TitleEmphasis = bad, bad, bad, ""
	p.Payload.Sources = []Source{{Title: bad}}
	p.Payload.Dataset.Name = bad
	p.Payload.Option = []byte(`{"xAxis":{"type":"category","data":["in\u0001side\ufffe\uffff\ud800"]},"yAxis":{},"series":[{"type":"bar","data":[1]}]}`)
	svg, err := r.SVG(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	text := string(svg)
	if !strings.Contains(text, "<title>abcdef &lt;&amp;&gt; </title>") || !strings.Contains(text, ">inside") {
		t.Errorf("the texts are not what is left of them: %.600s", text)
	}
	decoder := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
