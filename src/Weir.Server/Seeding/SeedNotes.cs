using Weir.Tracing.Annotations;

namespace Weir.Server.Seeding;

/// <summary>Says something about some of the traces: what users thought of them, and what evaluators did.</summary>
internal sealed class SeedNotes(IAnnotationStore store, SeedRandom random)
{
    private const int Batch = 500;
    private const double UsersSpeak = 0.07;
    private const double Evaluated = 0.12;

    private readonly List<AnnotationRow> _rows = new(Batch);

    public long Written { get; private set; }

    public async Task AddAsync(SeedTrace trace, CancellationToken cancellationToken)
    {
        if (random.Chance(UsersSpeak))
        {
            var isGood = random.Chance(0.78);
            _rows.Add(About(trace, AnnotationScope.Span, "user_feedback", "HUMAN", new AnnotationValues(isGood ? "thumbs-up" : "thumbs-down", isGood ? 1 : 0, isGood ? null : "Seed: not what I asked.")));
        }

        if (trace.Spans.Count > 0 && random.Chance(Evaluated))
        {
            var score = Math.Round(Math.Clamp(random.Skewed(0.86, 0.18), 0, 1), 2);
            _rows.Add(About(trace, AnnotationScope.Span, "correctness", "LLM", new AnnotationValues(score >= 0.7 ? "correct" : "incorrect", score, "Seed: judged by a made-up evaluator.")));
            _rows.Add(About(trace, AnnotationScope.Trace, "resolved", "CODE", new AnnotationValues(score >= 0.5 ? "yes" : "no", null, null)));
        }

        if (_rows.Count >= Batch)
        {
            await FlushAsync(cancellationToken);
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_rows.Count > 0)
        {
            _ = await store.WriteAsync(_rows, cancellationToken);
            Written += _rows.Count;
            _rows.Clear();
        }
    }

    private static AnnotationRow About(SeedTrace trace, AnnotationScope scope, string name, string kind, AnnotationValues values)
    {
        var at = (trace.Now.AddMinutes(4).UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * TimeSpan.NanosecondsPerTick;
        return new AnnotationRow
        {
            WorkspaceId = trace.By.Key.WorkspaceId,
            Scope = scope,
            Target = scope == AnnotationScope.Span ? trace.Root.ToString() : trace.Id.ToString(),
            SpanId = scope == AnnotationScope.Span ? trace.Root : null,
            Name = name,
            Identifier = "",
            AnnotatorKind = kind,
            Values = values,
            Metadata = "{}",
            Source = "API",
            CreatedUnixNanos = at,
            UpdatedUnixNanos = at,
        };
    }
}
