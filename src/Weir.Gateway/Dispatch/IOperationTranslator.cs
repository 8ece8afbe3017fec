using Weir.Gateway.Media;

namespace Weir.Gateway.Dispatch;

/// <summary>Translates one operation between its internal form and an upstream dialect.</summary>
public interface IOperationTranslator
{
    /// <summary>Writes the upstream request for one candidate.</summary>
    /// <exception cref="TranslationException">The dialect cannot say what the request asks.</exception>
    UpstreamRequest Translate(UpstreamCall call);

    /// <summary>Whether content that a request names by an http or https address must be in the request itself, because the upstream does not fetch it.</summary>
    bool NeedsContent(MediaKind kind, string url) => false;

    /// <summary>Reads an answer with a success status, event by event, as the bytes arrive.</summary>
    /// <exception cref="InvalidDataException">The answer is not what the dialect allows.</exception>
    IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken);
}
