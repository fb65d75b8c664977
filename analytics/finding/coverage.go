package finding

import "meridian/analytics/lang"

// namedRegions is how many regions without a partner are named; more are counted.
const namedRegions = 3

// uncoveredRegions tells the regions aimed at in which no partner was active.
func uncoveredRegions() Rule {
	read := Read{Chart: "regional-coverage"}
	return Rule{
		ID: "regions-without-partner", Kind: Attention, Subject: "collaboration", Reads: []Read{read},
		Why: lang.Text{
			En:   "regions aimed at in which no project started and nobody moved in the last whole year",
			Hant: "最近一個完整年份中，沒有開展項目亦無人員往來的目標地區",
			Hans: "最近一个完整年份中，没有开展项目亦无人员往来的目标地区",
		},
		Find: func(in In) []Found { return uncovered(in, read) },
	}
}

func uncovered(in In, read Read) []Found {
	t := in.Tables[read]
	last := ""
	for r := range t.Rows {
		if year := t.Str(r, "academic_year_id"); year > last && !incomplete(t, r) {
			last = year
		}
	}
	var names []string
	var all, without []int
	for r := range t.Rows {
		if t.Str(r, "academic_year_id") != last {
			continue
		}
		all = append(all, r)
		if t.Value(r, "active_partners") == 0 {
			names, without = append(names, lang.Place(in.Lang, t.Str(r, "region_name"))), append(without, r)
		}
	}
	if len(without) == 0 || len(without) == len(all) {
		return nil
	}
	n, of := float64(len(without)), float64(len(all))
	sentence := lang.Text{En: "{point} of {all} regions had no active partner in {year}", Hant: "{year} {all} 個地區之中有{point}沒有活躍夥伴", Hans: "{year} {all} 个地区之中有{point}没有活跃伙伴"}
	point := lang.Text{En: "{n}", Hant: " {n} 個", Hans: " {n} 个"}
	if len(names) <= namedRegions {
		sentence = lang.Text{En: "{point}: no active partner in {year}", Hant: "{year}{point}沒有活躍夥伴", Hans: "{year}{point}没有活跃伙伴"}
		point = lang.Text{En: "{who}", Hant: "{who}", Hans: "{who}"}
	}
	count := in.summed(read, lang.Text{En: "Regions without an active partner", Hant: "沒有活躍夥伴的地區", Hans: "没有活跃伙伴的地区"}, n, "active_partners", all...)
	return []Found{{
		About: "regions", Sentence: sentence, Point: point, Amount: lang.Int(n), Numbers: []Number{count}, Size: n / of, Base: of,
		Args: lang.Args{"n": lang.Int(n), "all": lang.Int(of), "who": lang.Capital(lang.List(in.Lang, names)), "year": lang.InYear(in.Lang, last)},
	}}
}
