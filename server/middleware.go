package server

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
)

// policy allows what the pages are made of and nothing else: no inline script, no eval, no other host.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// picturePolicy is for an SVG opened by itself: it may style itself, nothing more.
const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox"

func (s *Server) secure(c *fiber.Ctx) error {
	guard(c)
	return c.Next()
}

// guard sets the headers every answer has.
func guard(c *fiber.Ctx) {
	c.Set(fiber.HeaderContentSecurityPolicy, policy)
	c.Set(fiber.HeaderXContentTypeOptions, "nosniff")
	c.Set(fiber.HeaderReferrerPolicy, "no-referrer")
	c.Set("Cross-Origin-Opener-Policy", "same-origin")
	c.Set("Cross-Origin-Resource-Policy", "same-origin")
	c.Set(fiber.HeaderPermissionsPolicy, "camera=(), geolocation=(), microphone=()")
}

// deadline gives each request a context that ends.
func (s *Server) deadline(c *fiber.Ctx) error {
	ctx, cancel := context.WithTimeout(c.UserContext(), requestTimeout)
	defer cancel()
	c.SetUserContext(ctx)
	return c.Next()
}

func (s *Server) accessLog(c *fiber.Ctx) error {
	began := time.Now()
	if err := c.Next(); err != nil {
		if err := c.App().ErrorHandler(c, err); err != nil {
			return err
		}
	}
	s.log.Debug("request", "method", c.Method(), "path", c.Path(), "status", c.Response().StatusCode(),
		"ms", time.Since(began).Milliseconds(), "bytes", len(c.Response().Body()))
	return nil
}

// entityTag answers 304 where the reader has this very answer.
func (s *Server) entityTag(c *fiber.Ctx) error {
	if c.Method() != fiber.MethodGet {
		return c.Next()
	}
	if changing(c) {
		c.Set(fiber.HeaderCacheControl, "no-store")
		return c.Next()
	}
	tag := `W/"` + s.identity(c) + `"`
	c.Set(fiber.HeaderETag, tag)
	c.Set(fiber.HeaderCacheControl, "no-cache")
	if strings.Contains(c.Get(fiber.HeaderIfNoneMatch), tag) {
		return c.SendStatus(fiber.StatusNotModified)
	}
	return c.Next()
}

// identity names an answer: same data, same program, same rule for numbers of people, same question. The data set's own
// rules are a part of its version, one that is asked for of the address.
func (s *Server) identity(c *fiber.Ctx) string {
	sum := sha256.Sum256([]byte(s.build + "\n" + network(c).Version() + "\n" + string(s.least) + "\n" + c.OriginalURL()))
	return hex.EncodeToString(sum[:12])
}

// changing tells the addresses whose answers change while the data stays.
func changing(c *fiber.Ctx) bool {
	return strings.HasPrefix(c.Path(), "/api/v1/imports") || strings.HasPrefix(c.Path(), "/api/v1/snapshots")
}

// alreadyCompressed leaves alone what would not get smaller: PNG, and maps kept compressed.
func alreadyCompressed(c *fiber.Ctx) bool {
	return strings.HasSuffix(c.Path(), ".png") || strings.HasPrefix(c.Path(), "/api/v1/maps/")
}

func (s *Server) logPanic(c *fiber.Ctx, cause any) {
	s.log.Error("panic", "path", c.Path(), "cause", fmt.Sprint(cause), "stack", string(debug.Stack()))
}
