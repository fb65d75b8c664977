package chart

// Catalogue lists every chart, page by page, in the order they are shown.
// A chart is added here and in a file of its own.
func Catalogue() []Chart {
	return []Chart{
		partnerMap(),
		flowMap(),
		copublicationPlaces(),
		institutionsByPlace(),
		networkByRegion(),
		targetAttainment(),
		projectsByType(),
		projectHeatmap(),
		projectTreemap(),
		partnerLeague(),
		collaborationMap(),
		regionalCoverage(),
		facultyRegionSankey(),
		facultyBenchmark(),
		agreementStatus(),
		agreementsExpiring(),
		agreementUtilisation(),
		agreementBalance(),
		agreementsDormant(),
		partnersNeglected(),
		placeBenchmark(),
		copublicationTrend(),
		copublicationNetwork(),
		copublicationPairs(),
		mobilityTrend(),
		mobilityFlows(),
		mobilityRates(),
		mobilityBalance(),
		mobilityReciprocity(),
		partnerConcentration(),
		partnerTurnover(),
		mobilitySplit(),
		mobilityRegions(),
		growthByRegion(),
		mobilityLevels(),
		mobilityKinds(),
		aidCoverage(),
		flowTrend(),
		flowPairs(),
		flowBalance(),
		flowMatrix(),
		alliancePlaces(),
		allianceActivation(),
		beltRoad(),
		allianceNetwork(),
		allianceFigures(),
		milestones(),
		mainlandMap(),
		mainlandProjects(),
		mainlandPartnersTrend(),
		mainlandExchange(),
		partnerTimeline(),
		partnerBalance(),
		partnerAgreements(),
		partnerProjects(),
		flowCourse(),
	}
}

// IDs lists the charts' ids in the order of the catalogue.
func IDs() []string {
	var ids []string
	for _, c := range Catalogue() {
		ids = append(ids, c.ID)
	}
	return ids
}

// ByID finds a chart.
func ByID(id string) (Chart, bool) {
	for _, c := range Catalogue() {
		if c.ID == id {
			return c, true
		}
	}
	return Chart{}, false
}
