using System.Collections.Frozen;

namespace Weir.Gateway.Dispatch;

/// <summary>An upstream dialect: pure translation between our one internal form and what a provider speaks.</summary>
/// <remarks>Opens no connection and reads no clock: dispatch owns both. Safe for any number of callers at once.</remarks>
public interface IProvider
{
    /// <summary>The name that configuration uses.</summary>
    string Dialect { get; }

    /// <summary>Names of the request parameters of the chat API that the dialect can say; an endpoint may take fewer, never more.</summary>
    FrozenSet<string> Parameters { get; }

    /// <summary>Writes the upstream request for one candidate.</summary>
    /// <exception cref="TranslationException">The dialect cannot say what the request asks.</exception>
    UpstreamRequest Translate(UpstreamCall call);

    /// <summary>Reads an answer with a success status, event by event, as the bytes arrive.</summary>
    /// <exception cref="InvalidDataException">The answer is not what the dialect allows.</exception>
    IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken);

    /// <summary>Reads the body of an answer with an error status; never throws.</summary>
    UpstreamErrorBody ReadError(ReadOnlySpan<byte> body);

    /// <summary>The texts of a credential that must not be shown, where one text holds several; all of it otherwise.</summary>
    IEnumerable<string> SecretsIn(string apiKey) => [apiKey];
}
