package server

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"slices"

	"github.com/gofiber/fiber/v2"

	"meridian/data/fault"
)

// problem is the body of every failed request.
type problem struct {
	Error problemDetail `json:"error"`
}

type problemDetail struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Field   string `json:"field,omitempty"`
	ID      string `json:"id"` // the same id stands in the log
}

// statuses gives each code its status.
var statuses = map[fault.Code]int{
	fault.Invalid: fiber.StatusBadRequest, fault.Forbidden: fiber.StatusForbidden, fault.NotFound: fiber.StatusNotFound, fault.Conflict: fiber.StatusConflict,
	fault.TooLarge: fiber.StatusRequestEntityTooLarge, fault.Unprocessable: fiber.StatusUnprocessableEntity,
	fault.NoSpace: fiber.StatusInsufficientStorage, fault.Misdirected: fiber.StatusMisdirectedRequest,
	fault.Busy: fiber.StatusServiceUnavailable, fault.Internal: fiber.StatusInternalServerError,
}

// tellingStatuses say more than the code's: why a request was given up while it was read.
var tellingStatuses = []int{fiber.StatusRequestTimeout, fiber.StatusUnsupportedMediaType, fiber.StatusRequestHeaderFieldsTooLarge}

// answerError is where every error becomes a status and a sentence. What has no
// sentence of its own is an internal fault: the cause goes to the log, the
// reader gets the id to quote.
func (s *Server) answerError(c *fiber.Ctx, err error) error {
	known := classify(err)
	id := newID()
	status := statuses[known.Code]
	if telling := new(fiber.Error); errors.As(err, &telling) && slices.Contains(tellingStatuses, telling.Code) {
		status = telling.Code
	}
	if status >= fiber.StatusInternalServerError {
		s.log.Error("request failed", "id", id, "method", c.Method(), "path", c.Path(), "error", err)
	}
	if known.Code == fault.Busy {
		c.Set(fiber.HeaderRetryAfter, "2")
	}
	guard(c) // what could not be read as a request has passed no middleware
	c.Set(fiber.HeaderCacheControl, "no-store")
	c.Response().Header.Del(fiber.HeaderETag)
	return c.Status(status).JSON(problem{problemDetail{Code: string(known.Code), Message: known.Message, Field: known.Field, ID: id}})
}

func classify(err error) *fault.Error {
	var known *fault.Error
	if errors.As(err, &known) && known.Code != fault.Internal {
		return known
	}
	var http *fiber.Error
	if errors.As(err, &http) {
		return ofStatus(http)
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return &fault.Error{Code: fault.Busy, Message: "this took too long; try again, or ask for less", Err: err}
	}
	return &fault.Error{Code: fault.Internal, Message: "something went wrong here; quote the id when you report it", Err: err}
}

func ofStatus(e *fiber.Error) *fault.Error {
	switch e.Code {
	case fiber.StatusRequestEntityTooLarge:
		return &fault.Error{Code: fault.TooLarge, Message: "the request is larger than is taken"}
	case fiber.StatusRequestHeaderFieldsTooLarge:
		return &fault.Error{Code: fault.TooLarge, Message: "the address and headers are larger than is taken; ask with fewer filters or cookies"}
	case fiber.StatusRequestTimeout:
		return &fault.Error{Code: fault.Busy, Message: "the request took too long to arrive"}
	case fiber.StatusNotFound, fiber.StatusMethodNotAllowed:
		return fault.Missing("path", "there is nothing at this address with this method")
	case fiber.StatusInternalServerError:
		return &fault.Error{Code: fault.Internal, Message: "something went wrong here; quote the id when you report it", Err: e}
	}
	return fault.Refuse("", "the request was not understood") // Fiber's words would repeat the bytes received
}

func newID() string {
	var b [6]byte
	_, _ = rand.Read(b[:]) // crypto/rand.Read never fails
	return hex.EncodeToString(b[:])
}

func (s *Server) unknownRoute(c *fiber.Ctx) error {
	return fault.Missing("path", "there is nothing at %s; /api/v1/openapi.json lists what there is", clip(c.Path()))
}

func (s *Server) wrongMethod(c *fiber.Ctx) error {
	return fault.Missing("path", "%s takes no %s", clip(c.Path()), c.Method())
}

func clip(text string) string {
	if runes := []rune(text); len(runes) > 80 {
		return string(runes[:80]) + "…"
	}
	return text
}
