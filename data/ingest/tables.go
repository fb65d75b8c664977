package ingest

// Tables is the import format: every file, in an order that reads what is referred to first.
func Tables() []Table {
	return []Table{
		{Name: "regions", Geo: true, Key: []string{"code"}, Columns: columns(
			id("code"), allNames(), need("position", Rank))},
		{Name: "places", Geo: true, Key: []string{"code"}, Columns: columns(
			id("code"), allNames(), mustRefer("region", "regions"),
			oneOf("grouping", "home", "mainland_taiwan", "overseas").required(),
			may("lng", Longitude), may("lat", Latitude), need("small", Flag), may("alpha3", Text), may("aliases", Text))},
		{Name: "subdivisions", Geo: true, Key: []string{"code"}, Columns: columns(
			id("code"), place("country_code").required(), allNames(), need("lng", Longitude), need("lat", Latitude))},
		{Name: "sources", Key: []string{"source_id"}, Columns: columns(
			id("source_id"), need("title", Text), may("publisher", Text), may("published_on", Moment), may("url", URL))},
		{Name: "faculties", Key: []string{"faculty_id"}, Columns: columns(
			id("faculty_id"), names("name"), origin())},
		{Name: "ror", Reference: true, Key: []string{"ror_id"}, Columns: columns(
			need("ror_id", ROR), need("name", Text), may("aliases", Text), may("acronyms", Text), place("country_code"),
			may("city", Text), may("lat", Latitude), may("lng", Longitude), may("website", Text))},
		{Name: "institutions", Key: []string{"institution_id"}, Columns: columns(
			id("institution_id"), names("name"), may("ror_id", ROR), may("schac", Text),
			place("country_code").required(), refer("subdivision_code", "subdivisions"), may("city", Text),
			may("lat", Latitude), may("lng", Longitude),
			oneOf("kind", "university", "institute", "company", "government", "other"), origin())},
		{Name: "projects", Key: []string{"project_id", "institution_id"}, Ordered: [][2]string{{"start_date", "end_date"}},
			Columns: columns(
				id("project_id"),
				oneOf("project_type", "student-exchange", "staff-training", "joint-research", "academic-programme",
					"conference", "consultancy", "student-placement").required(),
				may("title", Text), mustRefer("institution_id", "institutions"), refer("faculty", "faculties"),
				may("office", Text), may("start_date", Day), may("end_date", Day), may("status", Text), origin())},
		{Name: "agreements", Key: []string{"agreement_id"}, Ordered: [][2]string{{"start_date", "end_date"}},
			Columns: columns(
				id("agreement_id"), mustRefer("institution_id", "institutions"),
				oneOf("kind", "mou", "exchange", "joint_programme", "research"),
				may("signing_date", Day), may("start_date", Day), may("end_date", Day), may("in_effect", Flag),
				may("mobilities_per_year", Count), may("isced_f_code", ISCED), origin())},
		{Name: "mobility", Needs: [][]string{{"institution_id", "country_code"}},
			Ordered: [][2]string{{"aided_participants", "participants"}}, Columns: columns(
				need("academic_year_id", Year), oneOf("direction", "outbound", "inbound").required(),
				refer("institution_id", "institutions"), place("country_code"),
				oneOf("kind", "student-studies", "student-traineeship", "staff-teacher", "staff-training").orElse("student-studies"),
				may("level", Text), refer("faculty", "faculties"), may("isced_f_code", ISCED), need("participants", Count),
				may("months", Measure), may("aid_amount", Money), may("cost_amount", Money),
				may("aided_participants", Count), origin())},
		{Name: "alliances", Key: []string{"alliance_id"}, Columns: columns(
			id("alliance_id"), may("acronym", Text), names("name"), may("founded", Moment), described(),
			may("website", URL), origin())},
		{Name: "memberships", Key: []string{"alliance_id", "institution_id"}, Ordered: [][2]string{{"joined", "left"}},
			Columns: columns(
				mustRefer("alliance_id", "alliances"), mustRefer("institution_id", "institutions"),
				oneOf("role", "founder", "council", "member", "observer"), may("joined", Moment), may("left", Moment),
				oneOf("confidence", "explicit", "implied").orElse("explicit"), origin())},
		{Name: "establishments", Key: []string{"establishment_id"}, Columns: columns(
			id("establishment_id"), names("name"), oneOf("kind", "outpost", "liaison_office", "institute", "base"),
			refer("institution_id", "institutions"), may("city", Text), may("city_zh_hant", Text), may("city_zh_hans", Text),
			refer("subdivision_code", "subdivisions"), may("lat", Latitude), may("lng", Longitude),
			may("opened", Moment), may("quote", Text), origin())},
		{Name: "programmes", Key: []string{"programme_id"}, Columns: columns(
			id("programme_id"), names("name"), refer("alliance_id", "alliances"), may("started", Moment), described(), origin())},
		{Name: "board", Key: []string{"meeting_id"}, Columns: columns(
			id("meeting_id"), may("held_on", Moment), may("title", Text), may("title_zh_hant", Text),
			may("title_zh_hans", Text), may("agenda", Text), origin())},
		{Name: "milestones", Key: []string{"date", "title"}, Columns: columns(
			need("date", Moment), names("title"),
			oneOf("pillar", "collaboration", "mobility", "alliances", "mainland", "governance"), origin())},
		{Name: "targets", Key: []string{"metric_id", "academic_year_id", "region", "country_code"}, Columns: columns(
			id("metric_id"), need("academic_year_id", Year), refer("region", "regions"), place("country_code"),
			need("value", Number), origin())},
		{Name: "figures", Key: []string{"figure_id"}, Columns: columns(
			id("figure_id"), may("metric_id", ID), need("value", Number), may("unit", Text), may("qualifier", Text),
			may("period", Text), may("as_of", Moment), may("quote", Text), may("note", Text),
			origin()[0], mustRefer("source_id", "sources"))},
		{Name: "enrolment", Key: []string{"academic_year_id", "level", "faculty"}, Columns: columns(
			need("academic_year_id", Year), may("level", Text), refer("faculty", "faculties"), need("students", Count), origin())},
		{Name: "flows", Needs: [][]string{{"origin_code", "origin_institution_id"}, {"destination_code", "destination_institution_id"}},
			Columns: columns(
				need("academic_year_id", Year), place("origin_code"), refer("origin_institution_id", "institutions"),
				place("destination_code"), refer("destination_institution_id", "institutions"),
				oneOf("kind", "student-studies", "student-traineeship", "staff-teacher", "staff-training").orElse("student-studies"),
				need("participants", Measure), origin())},
		{Name: "copublications", Key: []string{"academic_year_id", "place_a", "place_b"}, Undirected: [2]string{"place_a", "place_b"},
			Columns: columns(
				need("academic_year_id", Year), place("place_a").required(), place("place_b").required(),
				need("works", Measure), origin())},
	}
}

func place(name string) Column { return Column{Name: name, Type: Place, Refers: "places"} }

func allNames() []Column {
	return []Column{need("name", Text), need("name_zh_hant", Text), need("name_zh_hans", Text)}
}

func described() []Column {
	return []Column{may("described", Text), may("described_zh_hant", Text), may("described_zh_hans", Text)}
}
