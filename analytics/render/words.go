package render

import (
	"cmp"
	"fmt"
	"strings"

	"meridian/analytics/lang"
)

// words are the frame's own, beside what the payload brings. The grades are called as
// the page and the filters call them.
type words struct {
	source, asOf, version, join, more string
	evidence                          map[string]string
}

var languages = map[string]words{
	"en": {
		source: "Source: ", asOf: "As of ", version: "data version ", join: "; ", more: "; and %d more",
		evidence: map[string]string{"published": "Published", "derived": "Derived", "illustrative": "Illustrative"},
	},
	"zh-Hant": {
		source: "資料來源：", asOf: "截至", version: "數據版本 ", join: "；", more: "；另有 %d 項",
		evidence: map[string]string{"published": "已公布", "derived": "推算", "illustrative": "示例"},
	},
	"zh-Hans": {
		source: "资料来源：", asOf: "截至", version: "数据版本 ", join: "；", more: "；另有 %d 项",
		evidence: map[string]string{"published": "已公布", "derived": "推算", "illustrative": "示例"},
	},
}

// grade is what the evidence of a picture is called.
func (w words) grade(p Payload) string { return cmp.Or(p.EvidenceLabel, w.evidence[p.Evidence]) }

// titles names the publications, each once.
func titles(list []Source) []string {
	var titles []string
	seen := map[string]bool{}
	for _, source := range list {
		title := source.Title
		if title == "" {
			title = source.Publisher
		}
		if title != "" && !seen[title] {
			seen[title] = true
			titles = append(titles, title)
		}
	}
	return titles
}

// sources names the first n publications and says how many more there are.
func (w words) sources(titles []string, n int) string {
	if len(titles) == 0 {
		return ""
	}
	said := w.source + strings.Join(titles[:n], w.join)
	if rest := len(titles) - n; rest > 0 {
		said += fmt.Sprintf(w.more, rest)
	}
	return said
}

// origin says when the numbers are from and which data they are.
func (w words) origin(payload Payload, tag string) string {
	var parts []string
	if date := lang.Date(lang.Lang(tag), payload.AsOf); date != "" {
		parts = append(parts, w.asOf+date)
	}
	if payload.Dataset.Name != "" {
		parts = append(parts, payload.Dataset.Name)
	}
	if payload.Dataset.Version != "" {
		parts = append(parts, w.version+payload.Dataset.Version)
	}
	return strings.Join(parts, " · ")
}
