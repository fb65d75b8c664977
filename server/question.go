package server

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/data/fault"
)

// question reads what every answer about data depends on: filters, language,
// theme and disclosure, where a page's is the fallback. A parameter that means nothing here is refused by name; extra
// lists those that do besides.
func question(c *fiber.Ctx, extra ...string) (analytics.Question, error) {
	if err := onlyKnown(c, append(append(filter.Names(), "lang", "theme", disclosureParameter), extra...)); err != nil {
		return analytics.Question{}, err
	}
	l, err := language(c)
	if err != nil {
		return analytics.Question{}, err
	}
	f, err := network(c).Filter(c.UserContext(), func(name string) string { return joined(c, name) })
	if err != nil {
		return analytics.Question{}, err
	}
	mode, err := disclosure(c, rules(c).Screen)
	return analytics.Question{Filter: f, Lang: l, Theme: c.Query("theme"), Disclosure: mode}, err
}

// graded reads what a list of facts depends on: the evidence asked for and the language. extra lists the parameters that
// mean something besides.
func graded(c *fiber.Ctx, extra ...string) (analytics.Question, error) {
	if err := onlyKnown(c, append([]string{"lang", "evidence"}, extra...)); err != nil {
		return analytics.Question{}, err
	}
	l, err := language(c)
	if err != nil {
		return analytics.Question{}, err
	}
	f, err := network(c).Filter(c.UserContext(), func(name string) string { return joined(c, name) })
	return analytics.Question{Filter: f.Only([]string{"evidence"}), Lang: l}, err
}

// inLanguage reads the language of an answer that depends on nothing else.
func inLanguage(c *fiber.Ctx) (lang.Lang, error) {
	if err := onlyKnown(c, []string{"lang"}); err != nil {
		return "", err
	}
	return language(c)
}

func language(c *fiber.Ctx) (lang.Lang, error) {
	l, err := lang.Parse(c.Query("lang"))
	if err != nil {
		return "", fault.Refuse("lang", "%v", err)
	}
	return l, nil
}

// onlyKnown refuses parameters that mean nothing here, and a second value where only one can be meant.
func onlyKnown(c *fiber.Ctx, known []string) error {
	seen := map[string]bool{}
	var err error
	c.Context().QueryArgs().VisitAll(func(key, _ []byte) {
		name := string(key)
		switch {
		case err != nil:
		case !slices.Contains(known, name):
			err = fault.Refuse(clip(name), "%s is not a parameter of this address, which takes %s", clip(name), said(known))
		case seen[name] && !filter.Many(name):
			err = fault.Refuse(name, "%s is given twice; give one value", name)
		}
		seen[name] = true
	})
	return err
}

func said(known []string) string {
	if len(known) == 0 {
		return "none"
	}
	return strings.Join(known, ", ")
}

// joined gives all values of a parameter as one list with commas: place=DE&place=FR is place=DE,FR.
func joined(c *fiber.Ctx, name string) string {
	var values []string
	for _, v := range c.Context().QueryArgs().PeekMulti(name) {
		values = append(values, string(v))
	}
	return strings.Join(values, ",")
}

// number reads a whole number of a parameter within bounds; absent gives the fallback.
func number(c *fiber.Ctx, name string, fallback, low, high int) (int, error) {
	text := c.Query(name)
	if text == "" {
		return fallback, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < low || n > high {
		return 0, fault.Refuse(name, "%s=%s: give a whole number from %d to %d", name, clip(text), low, high)
	}
	return n, nil
}

// yes reads a switch: 1 or true, 0 or false; absent gives the fallback.
func yes(c *fiber.Ctx, name string, fallback bool) (bool, error) {
	switch text := c.Query(name); text {
	case "":
		return fallback, nil
	case "1", "true":
		return true, nil
	case "0", "false":
		return false, nil
	default:
		return false, fault.Refuse(name, "%s=%s: give 1 or 0", name, clip(text))
	}
}
