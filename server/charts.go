package server

import (
	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
	"meridian/analytics/chart"
	"meridian/analytics/disclose"
)

func (s *Server) listCharts(c *fiber.Ctx) error {
	l, err := inLanguage(c)
	if err != nil {
		return err
	}
	n := network(c)
	return c.JSON(struct {
		Dataset analytics.DatasetRef       `json:"dataset"`
		Charts  []analytics.CatalogueEntry `json:"charts"`
		Pages   []chart.Subject            `json:"pages"`
		Maps    map[string]string          `json:"maps"` // the address of each map

		Disclosure disclosureRules `json:"disclosure"`
	}{n.Dataset(l), n.Charts(l), n.Pages(), s.maps.addresses(), disclosureRules{rules(c), disclose.Strictest(least(c))}})
}

// disclosureRules says how small numbers of people are kept back here.
type disclosureRules struct {
	analytics.Rules
	Least disclose.Mode `json:"least"` // the least strict mode this server answers in
}

func (s *Server) chartJSON(c *fiber.Ctx) error {
	q, err := question(c)
	if err != nil {
		return err
	}
	answer, err := network(c).Chart(c.UserContext(), c.Params("id"), q)
	if err != nil {
		return err
	}
	return c.JSON(answer)
}

func (s *Server) chartCSV(c *fiber.Ctx) error {
	q, err := fileQuestion(c, "bom")
	if err != nil {
		return err
	}
	bom, err := yes(c, "bom", false)
	if err != nil {
		return err
	}
	answer, err := network(c).Chart(c.UserContext(), c.Params("id"), q)
	if err != nil {
		return err
	}
	attach(c, answer.ID+".csv", "text/csv; charset=utf-8")
	return answer.WriteCSV(c, bom)
}

// attach names the file an answer is saved as.
func attach(c *fiber.Ctx, name, mediaType string) {
	c.Set(fiber.HeaderContentType, mediaType)
	c.Set(fiber.HeaderContentDisposition, `inline; filename="`+name+`"`)
}
