using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Faults;

/// <summary>Reads the <c>x-sim-*</c> request headers over the plan of the model; a header wins.</summary>
internal static class FaultHeaders
{
    private const int LongestMs = 600_000;
    private const int MostEvents = 10_000;

    private static readonly FrozenDictionary<string, Func<FaultPlan, HeaderValue, FaultPlan>> Readers =
        new Dictionary<string, Func<FaultPlan, HeaderValue, FaultPlan>>(StringComparer.Ordinal)
        {
            ["x-sim-status"] = (plan, value) => plan with { Failure = StatusErrors.For(value.Integer(400, 599, "503")) },
            ["x-sim-retry-after"] = (plan, value) => plan with { RetryAfter = TimeSpan.FromSeconds(value.Integer(0, 86_400, "2")) },
            ["x-sim-ttft-ms"] = (plan, value) => plan with { TimeToFirstToken = TimeSpan.FromMilliseconds(value.Integer(0, LongestMs, "250")) },
            ["x-sim-tps"] = (plan, value) => plan with { TokensPerSecond = value.Number(0.01, 1_000_000, "40") },
            ["x-sim-cut-after"] = (plan, value) => plan with { CutAfter = value.Integer(0, MostEvents, "5") },
            ["x-sim-stall-after"] = (plan, value) => plan with { StallAfter = value.Integer(0, MostEvents, "5") },
            ["x-sim-stall-ms"] = (plan, value) => StallFor(plan, value.Integer(0, LongestMs, "5000")),
            ["x-sim-reset"] = (plan, value) => plan with { Reset = value.ResetPoint() },
            ["x-sim-malformed-at"] = (plan, value) => plan with { MalformedAt = value.Integer(1, MostEvents, "3") },
            ["x-sim-no-done"] = (plan, value) => plan with { OmitDone = value.Flag() },
            ["x-sim-no-usage"] = (plan, value) => plan with { OmitUsage = value.Flag() },
            ["x-sim-flap-s"] = (plan, value) => plan with { Flap = TimeSpan.FromSeconds(value.Number(0.001, 86_400, "10")) },
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <exception cref="RefusalException">A value is out of range, or the header is none of ours.</exception>
    public static FaultPlan Read(IHeaderDictionary headers, FaultPlan plan)
    {
        foreach (var (name, values) in headers)
        {
            if (!name.StartsWith(SimulatorCatalog.HeaderPrefix, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var header = name.ToLowerInvariant();
            if (!Readers.TryGetValue(header, out var read))
            {
                var known = string.Join(", ", Readers.Keys.Order(StringComparer.Ordinal));
                throw new RefusalException(ApiError.Invalid($"{header} is not a header of the simulator. It knows {known}.", header, "unknown_header"));
            }

            plan = read(plan, new HeaderValue(header, values.ToString().Trim()));
        }

        return plan;
    }

    // A pause without a place comes after the first event: that is what one who gives only the length expects.
    private static FaultPlan StallFor(FaultPlan plan, int milliseconds) =>
        plan with { Stall = TimeSpan.FromMilliseconds(milliseconds), StallAfter = plan.StallAfter ?? 1 };

    private readonly record struct HeaderValue(string Header, string Text)
    {
        public int Integer(int least, int most, string example) =>
            int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
                ? value
                : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"), example);

        public double Number(double least, double most, string example) =>
            double.TryParse(Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
                ? value
                : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"), example);

        public bool Flag() => Text.ToLowerInvariant() switch
        {
            "" or "true" or "1" => true,
            "false" or "0" => false,
            _ => throw Wrong("true or false", "true"),
        };

        public ResetPoint ResetPoint() => Text.ToLowerInvariant() switch
        {
            "headers" => Faults.ResetPoint.Headers,
            "body" => Faults.ResetPoint.Body,
            _ => throw Wrong("headers or body", "body"),
        };

        private RefusalException Wrong(string expected, string example) => new(ApiError.Invalid(
            $"{Header}: '{Text}' does not work; it takes {expected}, for example {Header}: {example}", Header, "invalid_header"));
    }
}
