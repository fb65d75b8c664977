package server

import (
	"bytes"
	"net/url"
	"unicode/utf8"

	"github.com/gofiber/fiber/v2"

	"meridian/data/fault"
)

// readable refuses an address or parameters that are no text once they are decoded, before anything reads them: no name,
// id or word of the data holds such bytes, and the database takes text only.
func (s *Server) readable(c *fiber.Ctx) error {
	if address := c.Request().URI(); !isText(address.PathOriginal()) || !isText(address.Path()) {
		return fault.Refuse("path", "the address holds bytes that are no text; write it in UTF-8, without NUL")
	}
	var err error
	c.Context().QueryArgs().VisitAll(func(key, value []byte) {
		switch {
		case err != nil:
		case !isText(key):
			err = fault.Refuse("", "the name of a parameter, %.60s, holds bytes that are no text; write it in UTF-8, without NUL", url.QueryEscape(string(key)))
		case !isText(value):
			name := clip(string(key))
			err = fault.Refuse(name, "%s=%.60s holds bytes that are no text; write it in UTF-8, without NUL", name, url.QueryEscape(string(value)))
		}
	})
	if err != nil {
		return err
	}
	return c.Next()
}

// isText tells whether bytes are UTF-8 without a NUL, at which the database would end a text.
func isText(b []byte) bool { return utf8.Valid(b) && !bytes.ContainsRune(b, 0) }
