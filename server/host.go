package server

import (
	"net"
	"net/netip"
	"slices"
	"strings"

	"github.com/gofiber/fiber/v2"

	"meridian/data/fault"
)

// ourHost answers only who asks for this machine or for a host named with --host. There is no sign-in, so that a page
// of another site must not reach the data by having its own name point here.
func (s *Server) ourHost(c *fiber.Ctx) error {
	// Not c.Hostname or the URI: they believe a forwarded header and the address, which anybody can write.
	if named := string(c.Request().Header.Host()); !s.answersTo(named) {
		return &fault.Error{Code: fault.Misdirected, Field: "host",
			Message: "this server does not answer for the host " + clip(named) + "; ask for localhost, or name the host with serve --host"}
	}
	return c.Next()
}

func (s *Server) answersTo(named string) bool {
	host := named
	if name, _, err := net.SplitHostPort(named); err == nil {
		host = name
	}
	host = strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
	if address, err := netip.ParseAddr(host); err == nil && address.Unmap().IsLoopback() {
		return true
	}
	return host == "localhost" || slices.Contains(s.hosts, host)
}
