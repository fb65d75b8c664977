package analytics

import (
	"fmt"
	"math"
	"strings"

	"meridian/analytics/disclose"
	"meridian/analytics/table"
)

// attackTargets are targets for everywhere, each grouping and each region, both ways, in every year.
func attackTargets() []string {
	rows := []string{"metric_id,academic_year_id,region,value"}
	for _, year := range attackYears {
		for _, way := range []string{"out", "in"} {
			rows = append(rows, fmt.Sprintf("exchange_%s,%s,,997", way, year),
				fmt.Sprintf("exchange_%s_overseas,%s,,881", way, year), fmt.Sprintf("exchange_%s_mainland_taiwan,%s,,97", way, year))
			for _, region := range []string{"europe", "north-america", "east-asia"} {
				rows = append(rows, fmt.Sprintf("exchange_%s,%s,%s,83", way, year, region))
			}
		}
	}
	return rows
}

// noteTarget reads what was reached of a target: as it is told, and as the target times its share gives it, where that
// is another number.
func (a *attack) noteTarget(answer *table.Table, w who, r int) {
	metric := answer.Str(r, "target_metric")
	direction := "inbound"
	if strings.HasPrefix(metric, "exchange_out") {
		direction = "outbound"
	}
	keep(&w[ofDirection], attackDirections, []string{direction})
	w[ofPartner] = everyone[ofPartner]
	for p, partner := range attackPartners {
		if region := answer.Str(r, "region"); region != "" && region != partner.region ||
			strings.HasSuffix(metric, "overseas") && groupingOf(partner.place) != "overseas" ||
			strings.HasSuffix(metric, "mainland_taiwan") && groupingOf(partner.place) != "mainland_taiwan" {
			w[ofPartner] &^= 1 << p
		}
	}
	// The filters of faculty, place and direction choose among targets, and change nothing in what is counted.
	w[ofFaculty] = everyone[ofFaculty]
	shown, told := a.told(answer, r, answer.Index("actual_people"))
	if told {
		a.learn(w, shown)
	}
	share, known := answer.Num(r, "attainment")
	if !known || w[ofDirection] == 0 {
		return
	}
	aim := answer.Value(r, "aim")
	low, high := int(math.Ceil(aim*(share-0.0005))), int(math.Floor(aim*(share+0.0005)))
	if printed := answer.Value(r, "actual_people"); told && a.mode != disclose.Off && float64(low) <= printed && printed <= float64(high) {
		return // it says what is shown beside it
	}
	if low <= high {
		a.learn(w, bounds{low, high})
	}
}
