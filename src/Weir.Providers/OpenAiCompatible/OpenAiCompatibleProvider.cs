using System.Collections.Frozen;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>The dialect of OpenAI's chat completions, which most providers speak, each with quirks of its own.</summary>
/// <remarks>It is our internal form, so bytes pass as they are where no quirk is in the way.</remarks>
public sealed class OpenAiCompatibleProvider : IProvider
{
    private readonly ProviderQuirks _quirks;

    /// <summary>Speaks to a provider of which nothing is known.</summary>
    public OpenAiCompatibleProvider()
        : this(ProviderQuirks.None)
    {
    }

    internal OpenAiCompatibleProvider(ProviderQuirks quirks)
    {
        _quirks = quirks;
        Parameters = quirks.Parameters;
    }

    /// <inheritdoc/>
    public string Dialect => "openai";

    /// <inheritdoc/>
    public FrozenSet<string> Parameters { get; }

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        var provider = call.Endpoint.Provider;
        var headers = provider.Headers.ToBuilder();
        if (provider.ApiKey is { } key)
        {
            headers.Add(new("Authorization", $"Bearer {key}"));
        }

        headers.Add(new("Accept", call.Request.Stream ? "text/event-stream" : "application/json"));
        headers.AddRange(call.SimulatorHeaders);
        return new UpstreamRequest { Path = "chat/completions", Headers = headers.ToImmutable(), Body = ChatRequestTranslator.Translate(call, _quirks) };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken) =>
        ChatAnswerReader.ReadAsync(body, streamed, _quirks.Answer, cancellationToken);

    /// <inheritdoc/>
    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body) => ErrorBody.Read(body);
}
