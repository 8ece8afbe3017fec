using Weir.Gateway.Chat;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Protocols;

/// <summary>A protocol that clients speak: how its requests are read, and how answers and errors are written in it.</summary>
/// <remarks>
/// Inside there is one form, that of chat completions (docs/decisions/006): a protocol translates to it and from it, and knows
/// nothing of the upstream dialects. Pure; safe for any number of requests at once.
/// </remarks>
public interface IProtocol
{
    /// <summary>What is asked in it.</summary>
    IOperation Operation => ChatOperation.Instance;

    /// <summary>What the gateway's span of an exchange is called.</summary>
    string SpanName { get; }

    /// <summary>What the response cache calls it; null: its answers are not kept.</summary>
    string? CacheName => null;

    /// <summary>Reads a request into the internal form.</summary>
    /// <exception cref="GatewayException">400 with the place that is wrong, 501 for what is not there yet.</exception>
    ModelRequest Read(ReadOnlyMemory<byte> body);

    /// <summary>Begins the writing of one answer, or of an error in place of it.</summary>
    /// <param name="inbound">The request that is answered.</param>
    /// <param name="model">Slug of the model that answers; empty when none does.</param>
    /// <param name="provider">Name of who answers; empty when nobody does.</param>
    IAnswerTranslator Answer(Inbound inbound, string model, string provider);

    /// <summary>Writes an error that is the whole response.</summary>
    ReadOnlyMemory<byte> WriteError(GatewayError error, GenerationId? id);
}
