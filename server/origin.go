package server

import (
	"net/url"
	"strings"

	"github.com/gofiber/fiber/v2"

	"meridian/data/fault"
)

// ownPages lets only this server's own pages, and programs that are no browsers, change anything. There is no
// sign-in: without this, any page a person has open could send files here in their name.
func (s *Server) ownPages(c *fiber.Ctx) error {
	switch c.Method() {
	case fiber.MethodGet, fiber.MethodHead, fiber.MethodOptions:
		return c.Next()
	}
	if from := c.Get("Sec-Fetch-Site"); from != "" && from != "same-origin" && from != "none" {
		return foreign()
	}
	if origin := c.Get(fiber.HeaderOrigin); origin != "" && !sameHost(origin, string(c.Request().Header.Host())) {
		return foreign()
	}
	return c.Next()
}

// sameHost compares names and ports; the scheme may differ where a proxy speaks TLS.
func sameHost(origin, host string) bool {
	address, err := url.Parse(origin)
	return err == nil && address.Host != "" && strings.EqualFold(address.Host, host)
}

func foreign() error {
	return &fault.Error{Code: fault.Forbidden, Field: "origin",
		Message: "only pages of this server may change its data; open it by its own address"}
}
