using Weir.Gateway.Catalog;
using Weir.Server.Endpoints.Otlp;
using Weir.Tracing.Ingest;

namespace Weir.Server.Seeding;

/// <summary>Makes the month, hour by hour, in the order in which it would have happened.</summary>
internal sealed class SeedRun
{
    private const int EndUsers = 420;

    private readonly SeedOptions _options;
    private readonly SeedStores _stores;
    private readonly SeedClock _clock;
    private readonly SeedRandom _random;
    private readonly SeedCalendar _calendar;
    private readonly SeedModels _models = new();
    private readonly SeedSpending _spending;
    private readonly SeedAudit _audit;
    private readonly SeedKeys _keys;
    private readonly SeedMoney _money;

    /// <param name="options">How much.</param>
    /// <param name="stores">Where it goes.</param>
    /// <param name="clock">The clock of the stores' registrars.</param>
    public SeedRun(SeedOptions options, SeedStores stores, SeedClock clock)
    {
        _options = options;
        _stores = stores;
        _clock = clock;
        _random = new SeedRandom(options.Seed);
        _calendar = new SeedCalendar(options.Until, _random);
        _clock.Now = _calendar.From;
        _spending = new SeedSpending(options.Until);
        _audit = new SeedAudit(stores.Audit, clock, _random);
        _keys = new SeedKeys(stores, _audit, clock, _random);
        _money = new SeedMoney(stores, _audit, _spending, Math.Max(5, options.Spans / 2_000m));
    }

    public async Task<SeedReport> RunAsync(IProgress<SeedProgress> progress, CancellationToken cancellationToken)
    {
        // Before the month begins: nobody calls with a key that is not there yet.
        _clock.Now = _calendar.From.AddDays(-1);
        var (users, workspaces) = await new SeedPeople(_stores, _audit, _clock, _random).MakeAsync(cancellationToken);
        var callers = await _keys.MakeAsync(users, workspaces, cancellationToken);
        await new SeedGuardrails(_stores, _audit, _clock, _random).MakeAsync(callers, users, cancellationToken);

        var world = new SeedWorld
        {
            Models = _models,
            Callers = callers,
            EndUsers = [.. Enumerable.Range(1, EndUsers).Select(number => $"seed-user-{number:000}")],
        };
        var pricing = new CataloguePricing(new CatalogState(_models.Catalog), _clock);
        var sink = new SeedSink(_stores.Ledger, _stores.Spans, new OtlpTraceReader(IngestLimits.Default, pricing.Price));
        var notes = new SeedNotes(_stores.Annotations, _random);
        await TellAsync(world, sink, notes, progress, cancellationToken);
        await sink.FinishAsync(cancellationToken);
        await notes.FlushAsync(cancellationToken);

        _clock.Now = _calendar.Until;
        await _keys.LimitAsync(callers, _spending, cancellationToken);
        await _money.SetBudgetsAsync(workspaces, cancellationToken);
        return Report(sink, notes, workspaces.Count);
    }

    private async Task TellAsync(SeedWorld world, SeedSink sink, SeedNotes notes, IProgress<SeedProgress> progress, CancellationToken cancellationToken)
    {
        var stories = new SeedStories(world, new SeedCalls(_calendar, _random, _clock), new SeedTexts(_random), _random);

        // Conversations go on for a while: what is late in its hour is told with the next.
        var late = new PriorityQueue<SeedTrace, DateTimeOffset>();
        for (var hour = 0; hour < _calendar.Hours; hour++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _clock.Now = _calendar.Start(hour);
            await _money.TopUpAsync(cancellationToken);
            await TellHourAsync(hour, stories, late, sink, notes, cancellationToken);
            progress.Report(new SeedProgress("writing", sink.Spans, _options.Spans));
        }
    }

    private async Task TellHourAsync(
        int hour, SeedStories stories, PriorityQueue<SeedTrace, DateTimeOffset> late, SeedSink sink, SeedNotes notes, CancellationToken cancellationToken)
    {
        var target = (long)(_options.Spans * _calendar.DoneAfter(hour));
        var pending = late.UnorderedItems.Sum(item => (long)SpansOf(item.Element));

        // So early that what begins in the last hour ends in it.
        var last = _calendar.Start(hour).AddMinutes(hour == _calendar.Hours - 1 ? 45 : 60);
        while (sink.Spans + pending < target)
        {
            var at = _calendar.Start(hour).AddSeconds(_random.Between(0, (last - _calendar.Start(hour)).TotalSeconds));
            foreach (var trace in stories.Tell(at, _calendar.Until.AddMinutes(-15)))
            {
                late.Enqueue(trace, trace.Start);
                pending += SpansOf(trace);
            }
        }

        var isLast = hour == _calendar.Hours - 1;
        while (late.TryPeek(out var trace, out var start) && (isLast || start < _calendar.Start(hour + 1)))
        {
            _ = late.Dequeue();
            await StoreAsync(trace, sink, notes, cancellationToken);
        }
    }

    private async Task StoreAsync(SeedTrace trace, SeedSink sink, SeedNotes notes, CancellationToken cancellationToken)
    {
        foreach (var exchange in trace.Calls)
        {
            _spending.Add(exchange.Row);
        }

        await sink.AddAsync(trace, cancellationToken);
        await notes.AddAsync(trace, cancellationToken);
        if (trace.Calls.Any(call => call.Row is { Cancelled: true, Charge.Nanos: > 0 }) && _random.Chance(0.08))
        {
            await sink.FinishAsync(cancellationToken);
            _clock.Now = trace.Now.AddMinutes(20);
            await _money.RefundAsync(trace.Calls.First(call => call.Row.Cancelled).Row.Id, cancellationToken);
        }
    }

    private SeedReport Report(SeedSink sink, SeedNotes notes, int workspaces) => new()
    {
        From = _calendar.From,
        Until = _calendar.Until,
        Traces = sink.Traces,
        Spans = sink.Spans,
        Generations = _spending.Generations,
        Failures = _spending.Failures,
        Models = _models.All.Length,
        Keys = SeedKeys.Count,
        Workspaces = workspaces,
        Annotations = notes.Written,
        Charged = _spending.All.ToDollars(),
        OutageOf = _models.Catalog.Models.SelectMany(model => model.Endpoints).First(endpoint => endpoint.Provider.Slug == SeedModels.FailingProvider).Provider.Name,
        OutageFrom = _calendar.OutageFrom,
        OutageUntil = _calendar.OutageUntil,
    };

    private static int SpansOf(SeedTrace trace) => trace.Spans.Count + trace.Calls.Sum(call => call.Spans.Count);
}
