package chart

import (
	"math"
	"strconv"
)

// hues are the five colours a chart's series may take. The second of the
// palette is left out: it is the accent, which marks a finding and nothing else.
func (t Theme) hues() []string {
	c := t.Categorical
	return []string{c[0], c[2], c[3], c[4], c[6]}
}

// hue is the colour of the nth series: five colours, then greys.
func (t Theme) hue(n int) string {
	if hues := t.hues(); n < len(hues) {
		return hues[n]
	}
	greys := []string{t.Edge, t.Land}
	return greys[n%len(greys)]
}

// on is the text colour that reads best on a fill: black or white, whichever stands out more.
func on(fill string) string {
	const dark, light = "#0F2129", "#FFFFFF"
	l := luminance(fill)
	if (1.05)/(l+0.05) >= (l+0.05)/(luminance(dark)+0.05) {
		return light
	}
	return dark
}

// luminance is the relative luminance of #RRGGBB, as WCAG 2.2 defines it; 0 for any other text.
func luminance(colour string) float64 {
	if len(colour) != 7 {
		return 0
	}
	weights := []float64{0.2126, 0.7152, 0.0722}
	sum := 0.0
	for i, weight := range weights {
		channel, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			return 0
		}
		v := float64(channel) / 255
		if v <= 0.04045 {
			sum += weight * v / 12.92
			continue
		}
		sum += weight * math.Pow((v+0.055)/1.055, 2.4)
	}
	return sum
}
