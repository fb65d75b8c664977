package analytics

import (
	"encoding/json"
	"fmt"

	"meridian/analytics/chart"
	"meridian/analytics/lang"
	"meridian/analytics/render"
)

// Shape is how large a picture is and what stands around the chart.
type Shape struct {
	Width, Height int // of the picture; 1 to 8000
	Scale         int // pixels of a PNG per unit of width; 1 to 4
	Theme         string
	Title, Footer bool
	Transparent   bool
}

// Picture turns a chart's answer into what the renderer draws.
func (a *ChartAnswer) Picture(l lang.Lang, shape Shape) (render.Picture, error) {
	text, err := json.Marshal(a)
	if err != nil {
		return render.Picture{}, fmt.Errorf("write chart %s: %w", a.ID, err)
	}
	payload, err := render.ParsePayload(text)
	if err != nil {
		return render.Picture{}, err
	}
	theme, err := chart.ThemeByID(shape.Theme)
	if err != nil {
		return render.Picture{}, err
	}
	palette := render.Palette{
		Background: theme.Surface, Ink: theme.Ink, Ink2: theme.Ink2, Ink3: theme.Ink3, Rule: theme.Rule,
		Accent: theme.Accent, Brand: theme.Brand, OK: theme.OK, Warn: theme.Warn,
	}
	if shape.Transparent {
		palette.Background = ""
	}
	switch {
	case len(a.Rows) == 0:
		payload.Option = nothing(l, theme, len(a.Filters) > 0, a.Empty)
	case a.Suppressed:
		payload.Option = saying(theme, lang.Text{En: "Too few people to show", Hant: "人數太少，不予顯示", Hans: "人数太少，不予显示"}.In(l))
	}
	return render.Picture{
		Payload: payload, Width: shape.Width, Height: shape.Height, Scale: float64(shape.Scale), Lang: string(l),
		Palette: palette, WithTitle: shape.Title, WithFooter: shape.Footer,
	}, nil
}

// nothing is what a picture shows when no row is left.
func nothing(l lang.Lang, theme chart.Theme, filtered bool, why string) json.RawMessage {
	text := lang.Text{En: "The data set has no rows for this chart", Hant: "數據集沒有此圖表的資料", Hans: "数据集没有此图表的资料"}.In(l)
	if filtered {
		text = lang.Text{En: "No rows for these filters", Hant: "沒有符合篩選條件的資料", Hans: "没有符合筛选条件的资料"}.In(l)
	}
	if why != "" {
		text = why
	}
	return saying(theme, text)
}

// saying is a picture of a few words.
func saying(theme chart.Theme, text string) json.RawMessage {
	option, err := json.Marshal(map[string]any{"title": map[string]any{
		"text": text, "left": "center", "top": "middle", "textStyle": map[string]any{"color": theme.Ink3, "fontSize": 16, "fontWeight": 400},
	}})
	if err != nil {
		panic(err) // plain text and a colour
	}
	return option
}
