namespace Weir.Server.Catalogue.Import;

/// <summary>What describes a model in a document that can be imported.</summary>
internal enum DocumentFormat
{
    /// <summary>A row of the models API.</summary>
    ModelsApi,

    /// <summary>The provider format 2.4, with typed modalities.</summary>
    Provider24,

    /// <summary>The flat provider format before it.</summary>
    ProviderFlat,
}
