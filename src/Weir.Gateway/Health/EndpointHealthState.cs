namespace Weir.Gateway.Health;

/// <summary>What has happened at one endpoint of late. Any number of threads; each call holds its lock for microseconds.</summary>
internal sealed class EndpointHealthState(Random random)
{
    private const int LeastToolAnswers = 200;
    private const double MostOutages = 0.1;
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MeasuresAge = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly HealthHistory _history = new();
    private readonly CircuitState _circuit = new(random);
    private readonly RetryBudgetState _retries = new();
    private readonly SilenceState _silence = new();
    private TimeSpan? _lastOutage;
    private TimeSpan _blockedUntil;
    private EndpointVitals _measures;
    private TimeSpan? _measuredAt;

    /// <summary>When it was last heard of.</summary>
    public TimeSpan LastActive { get; private set; }

    public bool IsCircuitOpen
    {
        get
        {
            lock (_gate)
            {
                return _circuit.IsOpen;
            }
        }
    }

    /// <summary>Whether a request may ask the endpoint now. One that may while the circuit is open is its probe.</summary>
    public bool TryEnter(TimeSpan now)
    {
        lock (_gate)
        {
            return _circuit.TryEnter(now);
        }
    }

    /// <summary>Whether nothing speaks against a call that is not needed: the circuit is closed, and the provider has not said when to come back.</summary>
    public bool IsWell(TimeSpan now)
    {
        lock (_gate)
        {
            return !_circuit.IsOpen && WaitFor(now) is null;
        }
    }

    /// <summary>How long the provider still wants calls to wait; null when it does not.</summary>
    public TimeSpan? RetryAfter(TimeSpan now)
    {
        lock (_gate)
        {
            return WaitFor(now);
        }
    }

    /// <summary>A request comes here that is neither a repetition nor a hedge.</summary>
    public void Requested(TimeSpan now)
    {
        lock (_gate)
        {
            LastActive = now;
            _retries.Requested(now);
        }
    }

    /// <summary>A call is sent; it ends in <see cref="Began"/>, <see cref="Failed"/> or <see cref="Withdrawn"/>.</summary>
    public void Asked(TimeSpan now, bool isStreamed)
    {
        lock (_gate)
        {
            LastActive = now;
            if (isStreamed)
            {
                _silence.Called(now);
            }
        }
    }

    /// <summary>A call was given up before it said anything: its caller left, or another endpoint was first. That is neither success nor failure.</summary>
    /// <remarks>
    /// It would have taken longer than it was given. Where that is more than usual it counts as that long, for routing alone: else an endpoint whose slow
    /// calls are always cancelled would look quick. Where it is less it says nothing.
    /// </remarks>
    public void Withdrawn(TimeSpan now, TimeSpan askedAt, bool isStreamed)
    {
        lock (_gate)
        {
            LastActive = now;
            if (!isStreamed)
            {
                return;
            }

            var usual = _history.Minutes.Latency(now);
            _silence.Withdrawn(now, askedAt, usual);
            if (usual is { } latency && (now - askedAt).TotalSeconds > latency.P50)
            {
                _history.Minutes.AddLatency(now, (now - askedAt).TotalSeconds);
            }
        }
    }

    /// <summary>Whether a failed request may be repeated here; takes one of the repetitions that are left.</summary>
    public bool TryRetry(TimeSpan now)
    {
        lock (_gate)
        {
            return !_circuit.IsOpen && _retries.TryTake(now);
        }
    }

    /// <summary>Whether a second endpoint may be asked besides; takes one of the repetitions that are left.</summary>
    public bool TryHedge(TimeSpan now)
    {
        lock (_gate)
        {
            return _retries.TryTake(now);
        }
    }

    /// <summary>A probe says that the endpoint is back.</summary>
    public void Recovered()
    {
        lock (_gate)
        {
            _circuit.Recovered();
        }
    }

    /// <summary>An answer has begun.</summary>
    /// <param name="now">When.</param>
    /// <param name="took">Since it was asked.</param>
    /// <param name="isFirstToken">Whether that is the time to the first token; false when the answer came as a whole.</param>
    public void Began(TimeSpan now, TimeSpan took, bool isFirstToken)
    {
        lock (_gate)
        {
            LastActive = now;
            _silence.Heard();
            _circuit.Began(now - took);
            if (isFirstToken)
            {
                _history.AddLatency(now, took);
            }
        }
    }

    /// <summary>A call failed before an answer began.</summary>
    public void Failed(TimeSpan now, TimeSpan took, HealthOutcome outcome, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            _silence.Heard();
            Count(now, outcome);
            if (outcome == HealthOutcome.RateLimited && retryAfter is { } wait)
            {
                // The provider said itself when to come back, and a provider that says "tomorrow" is asked earlier.
                _blockedUntil = now + (wait < LongestRetryAfter ? wait : LongestRetryAfter);
                return;
            }

            if (outcome == HealthOutcome.Refused)
            {
                _circuit.Began(now - took);
            }

            Judge(now, outcome);
        }
    }

    /// <summary>An answer that had begun has ended.</summary>
    public void Ended(TimeSpan now, HealthReport report)
    {
        lock (_gate)
        {
            Count(now, report.Outcome);
            Judge(now, report.Outcome);
            if (report.TokensPerSecond is { } speed)
            {
                _history.AddThroughput(now, speed);
            }

            if (report.HasSoundToolCalls is { } isSound)
            {
                _history.Hours.AddToolAnswer(now, isSound);
            }
        }
    }

    public EndpointVitals Read(TimeSpan now)
    {
        lock (_gate)
        {
            return ReadLocked(now);
        }
    }

    public EndpointStatistics Statistics(TimeSpan now)
    {
        lock (_gate)
        {
            // Who looks wants the figures of now, and looks seldom.
            _measuredAt = null;
            return new EndpointStatistics
            {
                Vitals = ReadLocked(now),
                UptimeLast5Minutes = _history.Minutes.Sum(now).Uptime,
                UptimeLast30Minutes = _history.HalfHour.Sum(now).Uptime,
                UptimeLastDay = _history.Day.Sum(now).Uptime,
                LatencyLast30Minutes = _history.HalfHour.Latency(now),
                LatencyLastDay = _history.Day.Latency(now),
                ThroughputLast30Minutes = _history.HalfHour.Throughput(now),
                ThroughputLastDay = _history.Day.Throughput(now),
                IsCircuitOpen = _circuit.IsOpen,
                FailuresInARow = _circuit.FailuresInARow,
                RetryAfter = WaitFor(now),
            };
        }
    }

    private EndpointVitals ReadLocked(TimeSpan now)
    {
        // Percentiles change slowly and cost microseconds; whether it is up is told at once.
        if (_measuredAt is not { } at || now - at > MeasuresAge)
        {
            _measures = Measure(now);
            _measuredAt = now;
        }

        return _measures with
        {
            IsUnstable = IsUnstable(now) || _silence.IsSilent(now, _measures.Latency),
            IsBlocked = _circuit.Blocks(now) || WaitFor(now) is not null,
        };
    }

    private EndpointVitals Measure(TimeSpan now)
    {
        var requests = _history.HalfHour.Sum(now);
        var tools = _history.Hours.Sum(now);
        return new EndpointVitals
        {
            Uptime = requests.Class,
            Requests = requests.Requests,
            Latency = _history.Minutes.Latency(now),
            Throughput = _history.Minutes.Throughput(now),
            ToolSuccess = tools.ToolAnswers < LeastToolAnswers ? null : (double)tools.SoundToolAnswers / tools.ToolAnswers,
        };
    }

    // Two failures in a row that nobody has followed up say nothing after the window: else it would never be asked again.
    private bool IsUnstable(TimeSpan now)
    {
        if (_lastOutage is not { } last || now - last > HealthHistory.OutageMemory)
        {
            return false;
        }

        var recent = _history.Recent.Sum(now);
        return _circuit.FailuresInARow >= 2 || (recent.Outages > 0 && recent.Outages > MostOutages * recent.Requests);
    }

    private TimeSpan? WaitFor(TimeSpan now) => now < _blockedUntil ? _blockedUntil - now : null;

    private void Count(TimeSpan now, HealthOutcome outcome)
    {
        LastActive = now;
        _history.Count(now, outcome);
        _lastOutage = outcome == HealthOutcome.Outage ? now : _lastOutage;
    }

    private void Judge(TimeSpan now, HealthOutcome outcome)
    {
        if (outcome is HealthOutcome.Success or HealthOutcome.Refused)
        {
            _circuit.Succeeded();
            return;
        }

        _circuit.Failed(now, _history.Recent.Sum(now));
    }
}
