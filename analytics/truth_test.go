package analytics

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"meridian/analytics/chart"
	"meridian/analytics/disclose"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
)

var aNumber = regexp.MustCompile(`\d+(?:,\d{3})*(?:\.\d+)?`)

// What is said of rounded numbers is true of the exact ones: every number of every sentence is the exact one or that one
// rounded, and every sentence compares and names as the exact one does. Totals are added up first and then rounded, and
// rows are counted by their exact numbers: sentences on the balances are all still said.
func TestTextsOnRoundedNumbersAreTrue(t *testing.T) {
	n := network(t)
	said, kept := 0, 0
	for _, f := range []filter.Filter{{}, {From: "2016/2017", To: "2017/2018"}, {Region: []string{"europe"}}} {
		for _, c := range chart.Catalogue() {
			for _, l := range lang.All() {
				if l != lang.English && f.Region != nil || !n.available[c.ID] {
					continue
				}
				exact, rounded := chartIn(t, n, c.ID, Question{Filter: f, Lang: l}), chartIn(t, n, c.ID, Question{Filter: f, Lang: l, Disclosure: disclose.HESA})
				if !disclose.Covers(exact.Columns) {
					continue
				}
				said++
				if rounded.Title != rounded.Topic || exact.Title == exact.Topic {
					kept++
				} else if l == lang.English {
					t.Logf("%s: no title for %q", c.ID, exact.Title)
				}
				for text, truth := range map[string]string{rounded.Title: exact.Title + "\n" + exact.Topic, rounded.Summary: exact.Summary} {
					for _, sentence := range sentencesOf(text) {
						if !strings.Contains(sentence, "are rounded") && !strings.Contains(sentence, "人数已取整") && !strings.Contains(sentence, "人數已取整") && !isTrue(sentence, truth) {
							t.Errorf("%s %+v %s: %q is not true of the exact rows: %q", c.ID, f, l, sentence, truth)
						}
					}
				}
			}
		}
	}
	t.Logf("%d of %d titles are kept", kept, said)
	if kept*10 < said*7 {
		t.Errorf("only %d of %d titles are left", kept, said)
	}
	for id, want := range map[string]string{
		"agreement-balance": "received with 118 partners, fewer with 113, as many with 34. In all 1,950 went and 2,385 came.", "mobility-balance": "Even: 2.",
		"agreement-utilisation": "used: 40 partners. More students than places: 10.", "mobility-reciprocity": "Of 302 partners 134 send more students than they receive, 153 receive more.",
	} {
		if rounded := chartIn(t, n, id, Question{Lang: lang.English, Disclosure: disclose.HESA}); !strings.Contains(rounded.Summary, want) {
			t.Errorf("%s says %q rounded, want %q", id, rounded.Summary, want)
		}
	}
}

func chartIn(t *testing.T, n *Network, id string, q Question) *ChartAnswer {
	t.Helper()
	answer, err := n.Chart(t.Context(), id, q)
	if err != nil {
		t.Fatal(id, err)
	}
	return answer
}

func sentencesOf(text string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(text, ". ", "\n"), func(r rune) bool { return r == '\n' || r == '。' })
}

// isTrue looks for the sentence in the exact text, with its numbers as they are or before they were rounded.
func isTrue(sentence, exact string) bool {
	pattern := regexp.QuoteMeta(strings.TrimSuffix(strings.TrimSpace(sentence), "."))
	pattern = aNumber.ReplaceAllString(strings.ReplaceAll(pattern, `\.`, "."), "\x00")
	found := regexp.MustCompile(strings.ReplaceAll(pattern, "\x00", `(\d+(?:,\d{3})*(?:\.\d+)?)`))
	said := aNumber.FindAllString(sentence, -1)
	for _, match := range found.FindAllStringSubmatch(exact, -1) {
		same := true
		for i, was := range match[1:] {
			people, err := strconv.Atoi(strings.ReplaceAll(was, ",", ""))
			same = same && (said[i] == was || err == nil && lang.Int(float64((people+2)/5*5)) == said[i])
		}
		if same {
			return true
		}
	}
	return false
}
