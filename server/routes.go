package server

import (
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/compress"
	"github.com/gofiber/fiber/v2/middleware/recover"
)

// route is one line of the route table.
type route struct {
	method, path string
	handle       fiber.Handler
}

// uploads is where files are sent: the one address whose bodies are larger than memory.
const uploads = "/api/v1/imports"

// table lists every route of the API, in the order they are tried.
func (s *Server) table() []route {
	return []route{
		{fiber.MethodGet, "/api/v1/charts", s.listCharts},
		{fiber.MethodGet, "/api/v1/charts/:id.json", s.chartJSON},
		{fiber.MethodGet, "/api/v1/charts/:id.csv", s.chartCSV},
		{fiber.MethodGet, "/api/v1/charts/:id.svg", s.chartSVG},
		{fiber.MethodGet, "/api/v1/charts/:id.png", s.chartPNG},
		{fiber.MethodGet, "/api/v1/charts/:id", s.chartJSON},
		{fiber.MethodGet, "/api/v1/kpis", s.kpis},
		{fiber.MethodGet, "/api/v1/explain", s.explain},
		{fiber.MethodGet, "/api/v1/findings", s.findings},
		{fiber.MethodGet, "/api/v1/dimensions", s.dimensions},
		{fiber.MethodGet, "/api/v1/alliances", s.alliances},
		{fiber.MethodGet, "/api/v1/partners", s.listPartners},
		{fiber.MethodGet, "/api/v1/partners/:id", s.partner},
		{fiber.MethodGet, "/api/v1/places", s.listPlaces},
		{fiber.MethodGet, "/api/v1/places/:code", s.place},
		{fiber.MethodGet, "/api/v1/establishments", s.establishments},
		{fiber.MethodGet, "/api/v1/milestones", s.milestones},
		{fiber.MethodGet, "/api/v1/board", s.board},
		{fiber.MethodGet, "/api/v1/provenance", s.provenance},
		{fiber.MethodGet, "/api/v1/metrics-catalog", s.listMetrics},
		{fiber.MethodGet, "/api/v1/metrics-catalog/:id", s.metric},
		{fiber.MethodGet, "/api/v1/maps/:name.json", s.mapFile},
		{fiber.MethodPost, uploads, s.createImport},
		{fiber.MethodGet, uploads, s.listImports},
		{fiber.MethodGet, "/api/v1/imports/:id/report.:format", s.importReport},
		{fiber.MethodGet, "/api/v1/imports/:id", s.getImport},
		{fiber.MethodPut, "/api/v1/imports/:id", s.updateImport},
		{fiber.MethodDelete, "/api/v1/imports/:id", s.removeImport},
		{fiber.MethodGet, "/api/v1/import-format", s.importFormat},
		{fiber.MethodGet, "/api/v1/dataset.schema.json", s.datasetSchema},
		{fiber.MethodGet, "/api/v1/snapshots", s.listSnapshots},
		{fiber.MethodGet, "/api/v1/snapshots/:version/changes", s.snapshotChanges},
		{fiber.MethodPost, "/api/v1/snapshots/:version/activate", s.activateSnapshot},
		{fiber.MethodGet, "/api/v1/openapi.json", s.openAPI},
		{fiber.MethodGet, "/healthz", s.healthz},
		{fiber.MethodGet, "/readyz", s.readyz},
	}
}

func (s *Server) routes() {
	s.app.Use(recover.New(recover.Config{EnableStackTrace: true, StackTraceHandler: s.logPanic}))
	s.app.Use(s.settle, s.accessLog, s.secure, s.ourHost, s.ownPages, s.readable)
	s.app.Post(uploads, s.createImport) // before what holds a body to its size and a request to its time
	s.app.Use(s.wholeBody, s.deadline, s.lease)
	s.app.Use("/api", compress.New(compress.Config{Next: alreadyCompressed}), s.entityTag)
	for _, r := range s.table() {
		s.app.Add(r.method, r.path, r.handle)
		if r.method == fiber.MethodGet {
			s.app.Head(r.path, r.handle)
		}
	}
	s.app.Use("/api", s.unknownRoute)
	s.app.Get("/*", s.page)
	s.app.Use(s.wrongMethod)
}
