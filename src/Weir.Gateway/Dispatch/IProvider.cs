using System.Collections.Frozen;
using Weir.Gateway.Catalog;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Chat;

namespace Weir.Gateway.Dispatch;

/// <summary>An upstream dialect: pure translation between our one internal form and what a provider speaks.</summary>
/// <remarks>Opens no connection and reads no clock: dispatch owns both. Safe for any number of callers at once.</remarks>
public interface IProvider : IOperationTranslator
{
    /// <summary>The name that configuration uses.</summary>
    string Dialect { get; }

    /// <summary>Names of the request parameters of the chat API that the dialect can say; an endpoint may take fewer, never more.</summary>
    FrozenSet<string> Parameters { get; }

    /// <summary>Whether a model goes on from the beginning of an answer that it is handed as its own last message.</summary>
    bool TakesPrefill(string upstreamModel) => false;

    /// <summary>The translator of an operation; null when the dialect does not have it. The dialect itself translates chat.</summary>
    IOperationTranslator? Find(IOperation operation) => operation is ChatOperation ? this : null;

    /// <summary>
    /// A request that costs nothing, which a provider answers with success while it takes calls; null when the dialect has none.
    /// </summary>
    /// <remarks>That it succeeds is not enough to say that models answer: <see cref="Health.RecoveryProbe"/> says what follows from it.</remarks>
    UpstreamRequest? Probe(ProviderEntry provider) => null;

    /// <summary>Reads the body of an answer with an error status; never throws.</summary>
    UpstreamErrorBody ReadError(ReadOnlySpan<byte> body);

    /// <summary>The provider as it is called with a credential of somebody's own: with that, and with the address that it is good for.</summary>
    /// <param name="provider">As the catalogue has it.</param>
    /// <param name="model">Slug of the model that is asked.</param>
    /// <param name="credential">Its text.</param>
    /// <exception cref="TranslationException">It is not in a form of this dialect, or not for this model.</exception>
    ProviderEntry Accept(ProviderEntry provider, string model, string credential) => provider with { ApiKey = credential };

    /// <summary>The texts of a credential that must not be shown, where one text holds several; all of it otherwise.</summary>
    IEnumerable<string> SecretsIn(string apiKey) => [apiKey];
}
