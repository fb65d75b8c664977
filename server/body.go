package server

import (
	"bytes"
	"errors"
	"io"
	"net"
	"os"
	"time"

	"github.com/gofiber/fiber/v2"

	"meridian/data/fault"
)

// Bodies arrive as streams, because an upload is larger than memory. What follows keeps the rest as it would be
// without: read whole before the handler, and never larger than largestBody.

// Limits on a body that is refused: it is still read for a while, because a sender who is cut off does not see why.
const (
	farewellBytes = 64 << 20
	farewellTime  = 2 * time.Second
)

// wholeBody reads the body of a request, which may not be larger than largestBody.
func (s *Server) wholeBody(c *fiber.Ctx) error {
	stream := c.Context().RequestBodyStream()
	if stream == nil {
		return c.Next()
	}
	if c.Request().Header.ContentLength() > largestBody {
		return fiber.ErrRequestEntityTooLarge
	}
	var body bytes.Buffer
	n, err := io.Copy(&body, io.LimitReader(stream, largestBody+1))
	switch {
	case err != nil:
		return arrival(err)
	case n > largestBody:
		return fiber.ErrRequestEntityTooLarge
	}
	c.Request().SetBodyRaw(body.Bytes())
	return c.Next()
}

// settle leaves nothing of a body on its connection, where it would be taken for the next request: what the handlers
// left is read, or the connection ends with the answer.
func (s *Server) settle(c *fiber.Ctx) error {
	defer func() {
		stream := c.Context().RequestBodyStream()
		if stream == nil {
			return
		}
		_ = c.Context().Conn().SetReadDeadline(time.Now().Add(farewellTime)) // a failure ends the reading, too
		n, err := io.Copy(io.Discard, io.LimitReader(stream, farewellBytes))
		if err != nil || n == farewellBytes {
			c.Context().SetConnectionClose()
		}
	}()
	return c.Next()
}

// arrival is the answer to a body that did not come whole.
func arrival(err error) error {
	var timeout net.Error
	if errors.Is(err, os.ErrDeadlineExceeded) || errors.As(err, &timeout) && timeout.Timeout() {
		return fiber.ErrRequestTimeout
	}
	return &fault.Error{Code: fault.Invalid, Message: "the request ended before its body was complete", Err: err}
}
