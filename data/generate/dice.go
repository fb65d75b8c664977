package main

import (
	"hash/fnv"
	"math/rand/v2"
)

const seed = 1141795 // 114.1795 degrees east

// dice is a random stream. Each subject has its own, so a change to one leaves the others as they were.
type dice struct{ *rand.Rand }

func newDice(subject string) dice {
	h := fnv.New64a()
	_, _ = h.Write([]byte(subject)) // a hash never fails to write
	return dice{rand.New(rand.NewPCG(seed, h.Sum64()))}
}

// percent says yes in p cases of a hundred.
func (d dice) percent(p int) bool { return d.IntN(100) < p }

// between gives a number from low to high, both included.
func (d dice) between(low, high int) int { return low + d.IntN(high-low+1) }

// weighted picks an index in proportion to its weight.
func (d dice) weighted(weights []int) int {
	total := 0
	for _, w := range weights {
		total += w
	}
	at := d.IntN(total)
	for i, w := range weights {
		if at -= w; at < 0 {
			return i
		}
	}
	return len(weights) - 1
}

func pick[T any](d dice, from []T) T { return from[d.IntN(len(from))] }

// share hands out total one by one: everybody gets the floor first, the rest falls by weight.
func (d dice) share(total int, weights, floor []int) []int {
	out := make([]int, len(weights))
	for i, f := range floor {
		out[i] = f
		total -= f
	}
	for ; total > 0; total-- {
		out[d.weighted(weights)]++
	}
	return out
}
