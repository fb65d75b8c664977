package display

// enterText reads where a line of text stands and how it looks; its words follow.
func (p *parser) enterText(t *tag) error {
	item := Item{Text: &Text{Family: t.get("font-family"), Size: 16, Weight: 400}}
	if err := p.dress(t, &item); err != nil {
		return err
	}
	text := item.Text
	text.At.X, _ = scanNumber(t.get("x"))
	text.At.Y, _ = scanNumber(t.get("y"))
	if size, length := scanNumber(t.get("font-size")); length > 0 {
		text.Size = size
	}
	switch weight := t.get("font-weight"); weight {
	case "bold", "bolder":
		text.Weight = 700
	case "":
	default:
		if value, length := scanNumber(weight); length > 0 {
			text.Weight = int(value)
		}
	}
	switch t.get("text-anchor") {
	case "middle":
		text.Anchor = Middle
	case "end":
		text.Anchor = End
	}
	if !t.empty {
		p.text = &item
	}
	return nil
}
