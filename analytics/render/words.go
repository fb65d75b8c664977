package render

import (
	"fmt"
	"strings"
	"time"
)

// words are the frame's own, beside what the payload brings.
type words struct {
	source, asOf, version, join string
	evidence                    map[string]string
}

var languages = map[string]words{
	"en": {
		source: "Source: ", asOf: "As of ", version: "data version ", join: "; ",
		evidence: map[string]string{"published": "Published", "derived": "Derived from published figures", "illustrative": "Illustrative data"},
	},
	"zh-Hant": {
		source: "資料來源：", asOf: "截至", version: "數據版本 ", join: "；",
		evidence: map[string]string{"published": "已公布數字", "derived": "由已公布數字推算", "illustrative": "示例數據"},
	},
	"zh-Hans": {
		source: "资料来源：", asOf: "截至", version: "数据版本 ", join: "；",
		evidence: map[string]string{"published": "已公布数字", "derived": "由已公布数字推算", "illustrative": "示例数据"},
	},
}

// sources names the publications, each once.
func (w words) sources(list []Source) string {
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
	if len(titles) == 0 {
		return ""
	}
	return w.source + strings.Join(titles, w.join)
}

// origin says when the numbers are from and which data they are.
func (w words) origin(payload Payload, lang string) string {
	var parts []string
	if date := writeDate(payload.AsOf, lang); date != "" {
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

// writeDate writes an ISO date as the language does; anything else as it is.
func writeDate(iso, lang string) string {
	date, err := time.Parse(time.DateOnly, iso)
	switch {
	case err != nil:
		return iso
	case lang == "en":
		return date.Format("2 January 2006")
	}
	return fmt.Sprintf("%d年%d月%d日", date.Year(), date.Month(), date.Day())
}
