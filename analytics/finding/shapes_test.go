package finding_test

import "regexp"

// claims lists every shape of text that is known, with what works it out again.
func claims() []claim {
	const n, name, pct, year = `([\d,]+)`, `(.+?)`, `(−?[\d.,]+\x{a0}%)`, `(\d{4}/\d\d)`
	shape := func(of, text string, holds func(view, []string) error) claim {
		return claim{of, regexp.MustCompile("^" + text + "$"), holds}
	}
	partnerOf := func(_ view, m move) string { return m.partner }
	partnerPlace := func(v view, m move) string { return v.of(m.partner).place }
	place := func(_ view, m move) string { return m.place }
	list := []claim{
		shape("new-partners", `(\d+|One) new exchange partners? in `+year+`(?:, |: )`+name+`(?: among them)?`, turnClaim(partnerOf, true)),
		shape("lost-partners", `(\d+|One) partners? exchanged nobody in `+year+` after students the year before(?:, |: )`+name+`(?: among them)?`, turnClaim(partnerOf, false)),
		shape("new-places", `(\d+|One) new countr(?:ies and regions|y or region) with (?:an )?exchange partners? in `+year+`(?:, |: )`+name+`(?: among them)?`, turnClaim(partnerPlace, true)),
		shape("overdue-agreements", `(\d+|One) agreements? (?:is|are) past (?:its|their) end date and still marked as in effect(?:, those|: that)() with (.+?)(?: among them)?`, undecidedClaim("overdue")),
		shape("expiring-agreements", `(\d+|One) agreements? ends? within 180 days(?:, (\d+) of them within 90, those|: that) with (.+?)(?: among them)?`, undecidedClaim("expiring")),
		shape("dormant-agreements", `(\d+|One) agreements? (?:is|are) dormant()(?:: no student, staff or project in 3 years, those|, that) with (.+?)(?: among them|: no student, staff or project in 3 years)`, undecidedClaim("dormant")),
		shape("concentrated-places", pct+` of exchange over \S+ is with (\d+) of (\d+) countries and regions`, heavyClaim(place)),
		shape("concentrated-partners", pct+` of exchange at named partners over \S+ is with (\d+) of (\d+) partners`, heavyClaim(partnerOf)),
		shape("off-target", name+`: `+n+` of the `+n+` aimed at in `+year, missedClaim),
		shape("regions-without-partner", `(\d+) of (\d+) regions had no active partner in `+year, uncoveredClaim),
		shape("regions-without-partner", name+`: no active partner in `+year, uncoveredNames),
		shape("aid-under-use", `Aid covered `+pct+` of the costs of `+n+` students aided in `+year+`; up to `+pct+` is allowed`, aidClaim),
	}
	for id := range measureOf {
		list = append(list,
			shape("departure-"+id, name+` in `+year+`: `+n+`, far off the line of (\d+) years, which is at `+n, departureClaim(id)),
			shape("moved-"+id, name+` (rose|fell) by `+n+` to `+n+` in `+year+`(?:, the (most|fewest) in (\d+) years)?`, movedClaim(id)))
	}
	for _, d := range []string{"outbound", "inbound"} {
		const text = name + ` accounts for ` + n + `(?: of the ` + n + `)? (more|fewer) (out|in)bound students in ` + year
		list = append(list,
			shape("region-"+d, text+`(?:, more than any other region)?`, partClaim(func(m move) string { return region(m.place) }, "unstated")),
			shape("place-"+d, text+`(?:, more than any other country or region)?`, partClaim(func(m move) string { return m.place }, "ZZ")),
			shape("faculty-"+d, text+`(?:, more than any other faculty)?`, partClaim(func(m move) string { return m.faculty }, "")))
	}
	for id, key := range map[string]func(view, move) string{"uneven-place": place, "uneven-partner": partnerOf} {
		list = append(list, shape(id, name+`: `+n+` more students (received|sent) than (?:received|sent), `+n+` against `+n+`, over .+`, unevenClaim(key)))
	}
	for chart, fact := range map[string]string{"mobility-trend": "mobility", "flow-trend": "flow", "copublication-trend": "copublication"} {
		list = append(list, shape("incomplete-"+chart, `([\d/, and]+): (?:the year is|(\d+) years are) not complete and stands? in no comparison`, shortClaim(fact)))
	}
	return append(list, titles(shape, n, name, pct, year)...)
}

func titles(shape func(of, text string, holds func(view, []string) error) claim, n, name, pct, year string) []claim {
	return []claim{
		shape("partner-map", `Partners in `+n+` countries and regions(?:, the most in (.+))?`, placesTitle),
		shape("agreement-status", n+` agreements? ends? within 90 days(?:; `+n+` more are overdue|; 1 more is overdue)?`, dueTitle),
		shape("agreement-status", n+` agreements? (?:is|are) past the end date and not yet renewed or closed`, func(v view, g []string) error {
			return same("overdue", number(g[0]), v.due("overdue"))
		}),
		shape("mobility-trend", `(Exchange|Outbound exchange|Inbound exchange) has grown by `+pct+` since `+year+`(?:, both directions together)?`, grownTitle),
		shape("mobility-balance", n+` more students come from `+name+` than go to it`, balanceTitle(1)),
		shape("mobility-balance", n+` more students go to `+name+` than come from it`, balanceTitle(-1)),
		shape("mobility-regions", name+` gained the most: `+n+` more students since `+year, gainTitle),
		shape("mobility-reciprocity", `With (\d+) of (\d+) partners students move one way only`, oneWayTitle),
		shape("mobility-split", `In `+year+`, `+pct+` of outbound exchange was overseas, but `+pct+` of inbound`, splitTitle),
		shape("mobility-flows", `Five of (\d+) places hold `+pct+` of exchange(?:, .+)?`, fiveTitle),
		shape("mainland-partners-trend", `(\d+) new partners since the end of `+year+` bring the dated mainland network to (\d+)`, gatheredTitle),
		shape("mainland-exchange", `([\d.]+) students (left|came) for each one who (?:came|left), in `+year, mainlandTitle),
		shape("partner-turnover", `(\d+|One) new exchange partners? in `+year+`; partners lost: (\d+)`, turnoverTitle),
		shape("aid-coverage", `Aid met `+pct+`() of eligible cost in `+year+`; the cap is `+pct, aidClaim),
		shape("projects-by-type", `New projects a year have grown by `+pct+` since `+year, projectGrowthTitle),
		shape("project-heatmap", name+` · (.+): `+pct+` of all projects`, cellTitle),
		shape("project-treemap", name+`: `+pct+` of all projects`, regionTitle),
		shape("collaboration-map", name+`: `+pct+` of projects, over (\d+) countries and regions`, projectPlaceTitle),
		shape("faculty-region-sankey", name+` · (.+): (\d+) projects, the most`, facultyTitle),
		shape("partner-league", `(\d+) partners carry `+pct+` of all projects`, leagueTitle),
		shape("flow-trend", `People moving have (grown|fallen) by `+pct+` since `+year, courseTitle("flow", flowsOf)),
		shape("copublication-trend", `Joint works have (grown|fallen) by `+pct+` since `+year, courseTitle("copublication", worksOf)),
		shape("flow-trend", `(.+) as many people moved in `+year+` as in `+year, timesTitle("flow", flowsOf)),
		shape("copublication-trend", `(.+) as many joint works in `+year+` as in `+year, timesTitle("copublication", worksOf)),
		shape("flow-course", n+` more people (left|came) than (?:left|came) in `+year, netFlowTitle),
		shape("flow-pairs", name+` → `+name+` is the largest flow: `+pct+` of all`, flowPairTitle),
		shape("flow-matrix", name+` → `+name+`: `+pct+` of all who moved`, flowPairTitle),
		shape("flow-balance", n+` more people come to `+name+` than leave it`, flowBalanceTitle(1)),
		shape("flow-balance", n+` more people leave `+name+` than come to it`, flowBalanceTitle(-1)),
		shape("copublication-pairs", name+` write the most together: `+n+` works`, workPairTitle),
		shape("copublication-places", `Joint works in (\d+) countries and regions, the most in `+name, workPlacesTitle),
		shape("copublication-network", name+` write ([\d.]+) times as much together as their sizes suggest`, affinityTitle),
		shape("alliance-network", `(\d+) of (\d+) named institutions belong to more than one alliance`, sharedTitle),
		shape("alliance-places", `(\d+) of (\d+) named memberships are in `+name, memberPlacesTitle),
		shape("belt-road-map", `(\d+) members and observers of `+name+` are named, in (\d+) countries and regions`, alliesTitle),
		shape("belt-road-map", `Members and observers of (.+) named in `+name+`: (\d+)`, oneAllianceTitle),
		shape("regional-coverage", `(\d+) of (\d+) regions had no active partner in `+year, uncoveredClaim),
		shape("regional-coverage", name+` had no active partner in `+year, uncoveredNames),
		shape("regional-coverage", `All (\d+) regions had active partners in `+year, coveredTitle),
		shape("regional-coverage", `All (\d+) regions have had active partners every year since `+year, coveredSince),
		shape("target-attainment", `(All|\d+)(?: of)? (\d+) targets of `+year+` were met(?:; the lowest reached `+pct+`)?`, targetsTitle),
		shape("partner-concentration", `Exchange with `+n+` partners in `+year+` was as spread out as with `+n+` of equal size`, spreadTitle),
		shape("partner-balance", n+` more students have (come|gone) than (?:come|gone) since `+year, soFarTitle),
		shape("mobility-kinds", `Trainees and staff were `+pct+` of all who moved in `+year, kindsTitle),
		shape("mobility-growth", `Exchange with (.+) grew fastest: `+pct+` a year since `+year, fastestTitle),
		shape("agreements-expiring", n+` agreements end within a year(?:; (\d+|one) more (?:is|are) overdue)?`, endingTitle),
		shape("agreements-dormant", n+` of `+n+` agreements in effect have been dormant for three years or more`, dormantTitle),
		shape("agreement-utilisation", `Students used `+pct+` of the places that the agreements in effect offer`, usedTitle),
		shape("agreement-balance", name+` has (sent|received) `+n+` more students than it (?:sent|received) since `+year, termBalanceTitle),
		shape("partners-neglected", n+` of `+n+` partners once active have been silent for three years or more`, neglectedTitle),
		shape("alliance-activation", name+` brings the most: (\d+) of (\d+) named members have a project running`, activatedTitle),
		shape("alliance-activation", `None of (\d+) named members has a project running; partners among them: (\d+)`, idleTitle),
		shape("place-benchmark", name+` is number (\d+) of (\d+) places in `+name+` by exchange students`, placedTitle),
		shape("place-benchmark", `Of the largest places, exchange with `+name+` grew the most: \+`+pct, grewMostTitle),
		shape("mobility-levels", name+`: `+pct+` of exchange students, the largest field`, fieldTitle),
		shape("faculty-benchmark", name+` sent out `+pct+` of its students a year; the institution `+pct, facultyRateTitle),
		shape("network-by-region", name+`: `+pct+` of partners, `+pct+` of exchange students`, apartTitle),
		shape("china-map", `(\d+) establishments among (\d+) partners in (\d+) provincial-level divisions`, footholdTitle),
		shape("mainland-projects", name+` hold `+pct+` of mainland projects`, provincesTitle),
		shape("flow-map", name+` is the main origin in (\d+) of the (\d+) largest destinations`, originTitle),
		shape("institutions-by-place", `Institutions in (\d+) countries and regions, the most in `+name, institutionsTitle),
		shape("mobility-rates", pct+` of students went out in `+year+`, (up|down) from `+pct+` in `+year, rateTitle),
	}
}
