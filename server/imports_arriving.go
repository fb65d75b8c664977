package server

import (
	"errors"
	"io"
	"net"
	"time"

	"github.com/gofiber/fiber/v2"
)

// arriving is a body on its way, held to a size and a pace.
type arriving struct {
	body   io.Reader
	conn   net.Conn
	left   int64
	pace   time.Duration
	window int       // bytes since the deadline was set
	last   time.Time // when even a steady sender is cut off
	ended  bool      // read to its end
	failed error     // what ended it before
}

func (s *Server) arriving(c *fiber.Ctx) *arriving {
	a := &arriving{body: c.Context().RequestBodyStream(), conn: c.Context().Conn(), left: s.maxUpload, pace: s.pace, last: time.Now().Add(uploadTime)}
	a.extend()
	return a
}

// extend gives the next bytes their time.
func (a *arriving) extend() {
	deadline := time.Now().Add(a.pace)
	if deadline.After(a.last) {
		deadline = a.last
	}
	a.window = 0
	_ = a.conn.SetReadDeadline(deadline) // a connection that takes no deadline is closed: reading it says so
}

// Read gives the next bytes, or the refusal of a body that is too large, too slow or broken off.
func (a *arriving) Read(p []byte) (int, error) {
	if a.failed != nil {
		return 0, a.failed
	}
	n, err := a.body.Read(p)
	a.left -= int64(n)
	if a.window += n; a.window >= paceBytes {
		a.extend()
	}
	switch {
	case a.left < 0:
		a.failed = fiber.ErrRequestEntityTooLarge
		return 0, a.failed
	case errors.Is(err, io.EOF):
		a.ended = true
	case err != nil:
		a.failed = arrival(err)
		return n, a.failed
	}
	return n, err
}
