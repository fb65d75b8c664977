package bench

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"meridian/analytics"
	"meridian/analytics/chart"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// LoadTimes is what many clients at once were answered.
type LoadTimes struct {
	Clients   int     `json:"clients"`
	Questions int     `json:"questions"`
	PerSecond float64 `json:"per_second"`
	Times     Times   `json:"times"`
}

// question is one chart's data with one filter.
type question struct {
	metric string
	put    analytics.Question
}

// Asker answers a metric: a network's Answer, which keeps answers, or its Compute, which does not.
type Asker func(ctx context.Context, metric string, q analytics.Question) (*table.Table, error)

// Load lets clients ask every chart with every filter in turn, each beginning elsewhere, for as long as told.
func Load(ctx context.Context, n *analytics.Network, clients int, lasting time.Duration, ask Asker) (LoadTimes, error) {
	var list []question
	for _, c := range chart.Catalogue() {
		for _, f := range Filters(n, c.Filters) {
			list = append(list, question{c.Metric, analytics.Question{Filter: f, Lang: lang.English}})
		}
	}
	took, errs := make([][]time.Duration, clients), make([]error, clients)
	var stop atomic.Bool
	timer := time.AfterFunc(lasting, func() { stop.Store(true) })
	defer timer.Stop()
	start := time.Now()
	var all sync.WaitGroup
	for client := range clients {
		all.Go(func() {
			for i := client * 7919; !stop.Load() && errs[client] == nil; i++ {
				q := list[i%len(list)]
				began := time.Now()
				_, errs[client] = ask(ctx, q.metric, q.put)
				took[client] = append(took[client], time.Since(began))
			}
		})
	}
	all.Wait()
	lasted := time.Since(start)
	var every []time.Duration
	for _, one := range took {
		every = append(every, one...)
	}
	out := LoadTimes{Clients: clients, Questions: len(every), PerSecond: float64(len(every)) / lasted.Seconds(), Times: summary(every)}
	return out, errors.Join(errs...)
}
