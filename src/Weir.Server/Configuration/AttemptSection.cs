using Weir.Gateway.Routing;

namespace Weir.Server.Configuration;

/// <summary>Reads <c>routing</c> of <c>weir.json</c>: how calls are tried.</summary>
internal static class AttemptSection
{
    public static WeirConfiguration Read(ConfigNode? routing, WeirConfiguration configuration)
    {
        if (routing is null)
        {
            return configuration;
        }

        var attempts = configuration.Attempts;
        var read = configuration with
        {
            MidStream = routing.Choice("mid_stream", "error", "error", "continue") == "continue" ? MidStreamPolicy.Continue : MidStreamPolicy.Error,
            Attempts = attempts with
            {
                Total = Milliseconds(routing, "total_ms", least: 100, (int)attempts.Total.TotalMilliseconds) ?? attempts.Total,
                HedgeAfter = Milliseconds(routing, "hedge_after_ms", least: 1, example: 2000),
            },
            ProbeEvery = Milliseconds(routing, "probe_every_ms", least: 100, example: 5000),
        };
        routing.Finish();
        return read;
    }

    private static TimeSpan? Milliseconds(ConfigNode section, string name, int least, int example) =>
        section.Number(name, least, example) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
}
