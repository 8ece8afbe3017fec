using Weir.Gateway.Catalog;
using Weir.Gateway.Operations.Chat;

namespace Weir.Gateway.Routing.Routers;

/// <summary>What routers ask of a model, as bits: all models are asked for each request, so what is asked has to be small and beside each other.</summary>
/// <param name="Entry">The model.</param>
/// <param name="Traits">Its modalities, and who it is for.</param>
/// <param name="Usual">What its first endpoint can do, which mostly is enough.</param>
/// <param name="First">Where the abilities of its other endpoints begin, in those of all models.</param>
/// <param name="End">Where they end.</param>
internal readonly record struct RouterModel(ModelEntry Entry, uint Traits, RouterAbility Usual, int First, int End)
{
    /// <summary>Everybody sees it.</summary>
    public const uint IsPublic = 1u << 30;

    /// <summary>It does what conversations ask.</summary>
    public const uint IsForChat = 1u << 29;

    private const int FirstOutput = 8;

    public static uint TraitsOf(ModelEntry model)
    {
        var traits = (model.IsPublic ? IsPublic : 0) | (ChatOperation.Instance.Suits(model) ? IsForChat : 0);
        foreach (var modality in model.InputModalities)
        {
            traits |= Input(modality);
        }

        foreach (var modality in model.OutputModalities)
        {
            traits |= Output(modality);
        }

        return traits;
    }

    /// <summary>Takes it. 0 for a word that is not in the vocabulary.</summary>
    public static uint Input(string modality) => CatalogVocabulary.InputModalities.IndexOf(modality) is >= 0 and var index ? 1u << index : 0;

    /// <summary>Gives it. 0 for a word that is not in the vocabulary.</summary>
    public static uint Output(string modality) => CatalogVocabulary.OutputModalities.IndexOf(modality) is >= 0 and var index ? 1u << (FirstOutput + index) : 0;
}
