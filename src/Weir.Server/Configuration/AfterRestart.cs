using System.Collections.Immutable;

namespace Weir.Server.Configuration;

/// <summary>What of a configuration cannot change while a server runs.</summary>
internal static class AfterRestart
{
    /// <summary>The keys whose values differ from those the server was started with.</summary>
    public static ImmutableArray<string> Of(WeirConfiguration started, WeirConfiguration now)
    {
        var keys = ImmutableArray.CreateBuilder<string>();

        // The databases are opened with it, and what they have promised so far they promised by it.
        if (started.Durability != now.Durability)
        {
            keys.Add("durability");
        }

        if (started.CacheBytes != now.CacheBytes)
        {
            keys.Add("cache.max_mb");
        }

        if (started.TraceStore.IndexesTexts != now.TraceStore.IndexesTexts)
        {
            keys.Add("traces.text_index");
        }

        if (started.TraceStore.KeptFor != now.TraceStore.KeptFor)
        {
            keys.Add("traces.retention_days");
        }

        if (started.TraceStore.MostBytes != now.TraceStore.MostBytes)
        {
            keys.Add("traces.max_gb");
        }

        // The stages are put together for it.
        if (started.Mode != now.Mode)
        {
            keys.Add("mode");
        }

        return keys.ToImmutable();
    }
}
