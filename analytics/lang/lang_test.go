package lang

import "testing"

func TestNumbers(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{Int(0), "0"}, {Int(999.5), "1,000"}, {Int(1234567), "1,234,567"}, {Int(-1234), "−1,234"}, {Int(-0.2), "0"},
		{Signed(12), "+12"}, {Signed(-3), "−3"}, {Signed(0.2), "0"},
		{Percent(English, 0.1234), "12.3\u00a0%"}, {Percent(Simplified, 0.5), "50%"}, {Percent(Traditional, -0.071), "−7.1%"},
		{WholePercent(English, 0.384), "38\u00a0%"},
		{Year("2017/2018"), "2017/18"}, {Year("2017"), "2017"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}

// The words before a figure are kept: none becomes more exact than its source.
func TestQualified(t *testing.T) {
	for _, test := range []struct {
		qualifier string
		value     float64
		en, hant  string
		percent   bool
	}{
		{"over", 1100, "1,100+", "1,100+", false},
		{"more than", 150, "150+", "150+", false},
		{"some", 350, "≈350", "≈350", false},
		{"nearly", 240, "just under 240", "近 240", false},
		{"up to", 50, "up to 50\u00a0%", "最多 50%", true},
		{"exactly", 27, "27", "27", false},
	} {
		if got := Qualified(English, test.qualifier, test.value, test.percent); got != test.en {
			t.Errorf("%s %v: %q, want %q", test.qualifier, test.value, got, test.en)
		}
		if got := Qualified(Traditional, test.qualifier, test.value, test.percent); got != test.hant {
			t.Errorf("%s %v: %q, want %q", test.qualifier, test.value, got, test.hant)
		}
	}
}

func TestTextFillsPlaceholders(t *testing.T) {
	text := Text{En: "{n} partners in {place}", Hant: "{place}有 {n} 個夥伴", Hans: "{place}有 {n} 个伙伴"}
	if got := text.With(Traditional, Args{"n": "3", "place": "日本"}); got != "日本有 3 個夥伴" {
		t.Error(got)
	}
	if _, err := Parse("fr"); err == nil {
		t.Error("an unknown language was taken")
	}
}

func TestShortNumbersAndYears(t *testing.T) {
	for got, want := range map[string]string{
		Tenths(39.06): "39.1", Tenths(2): "2",
		Compact(English, 5_000): "5,000", Compact(English, 200_000): "200K", Compact(English, 1_500_000): "1.5M",
		Compact(Traditional, 200_000): "20萬", Compact(Simplified, 500_000_000): "5亿", Compact(Traditional, 9_999): "9,999",
		InYear(English, "2017/2018"): "2017/18", InYear(Traditional, "2017/2018"): "2017/18 學年", InYear(Simplified, "2018"): "2018 年",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
