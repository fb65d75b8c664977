package analytics

import _ "embed" // the queries below

// What is asked of the snapshot besides the metrics.
var (
	//go:embed query/sources.sql
	sqlSources string
	//go:embed query/dimensions.sql
	sqlDimensions string
	//go:embed query/figures.sql
	sqlFigures string
	//go:embed query/stated_years.sql
	sqlStatedYears string
	//go:embed query/targets.sql
	sqlTargets string
	//go:embed query/alliances.sql
	sqlAlliances string
	//go:embed query/members.sql
	sqlMembers string
	//go:embed query/establishments.sql
	sqlEstablishments string
	//go:embed query/milestones.sql
	sqlMilestones string
	//go:embed query/programmes.sql
	sqlProgrammes string
	//go:embed query/home.sql
	sqlHome string
	//go:embed query/provenance.sql
	sqlProvenance string
	//go:embed query/places_without.sql
	sqlPlacesWithout string
	//go:embed query/partner_identity.sql
	sqlPartnerIdentity string
	//go:embed query/partner_projects.sql
	sqlPartnerProjects string
	//go:embed query/partner_alliances.sql
	sqlPartnerAlliances string
	//go:embed query/named.sql
	sqlNamed string
	//go:embed query/meetings.sql
	sqlMeetings string
	//go:embed query/since_partners.sql
	sqlSincePartners string
	//go:embed query/since_agreements.sql
	sqlSinceAgreements string
)
