-- Published figures, the one to show first in front.
SELECT figure_id, metric_id, value, unit, qualifier, period, as_of, quote, note, evidence, source_id
FROM stated_figures
WHERE keeps($evidence, evidence)
ORDER BY metric_id, preference;
