using System.Globalization;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.ResponseCache;

/// <summary>The response headers that tell what the cache did.</summary>
public static class CacheHeaders
{
    private const string StatusHeader = "X-OpenRouter-Cache-Status";
    private const string AgeHeader = "X-OpenRouter-Cache-Age";
    private const string TimeToLiveHeader = "X-OpenRouter-Cache-TTL";
    private const string SourceHeader = "X-OpenRouter-Cache-Source-Id";

    public static IReadOnlyList<string> Names { get; } = [StatusHeader, AgeHeader, TimeToLiveHeader, SourceHeader];

    /// <param name="client">Who is answered.</param>
    /// <param name="kept">What is given again; null for a miss.</param>
    /// <param name="timeToLive">How long the answer of a miss will be kept.</param>
    /// <param name="now">The time.</param>
    internal static void Write(ClientWriter client, KeptAnswer? kept, TimeSpan timeToLive, DateTimeOffset now)
    {
        if (kept is null)
        {
            client.AddHeader(StatusHeader, "MISS");
            client.AddHeader(TimeToLiveHeader, Seconds(timeToLive));
            return;
        }

        client.AddHeader(StatusHeader, "HIT");
        client.AddHeader(AgeHeader, Seconds(now - kept.KeptAt));
        client.AddHeader(TimeToLiveHeader, Math.Ceiling((kept.ExpiresAt - now).TotalSeconds).ToString("0", CultureInfo.InvariantCulture));
        client.AddHeader(SourceHeader, kept.SourceId.Value);
    }

    private static string Seconds(TimeSpan time) => Math.Floor(Math.Max(0, time.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture);
}
