using System.Collections.Immutable;
using System.Text.Json;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue.Import;

/// <summary>Reads a document of models, page after page; each model says by its members in which format it is written.</summary>
/// <param name="provider">Slug of the provider that answers the models.</param>
/// <param name="today">Models that ended before are left out.</param>
internal sealed class ModelsDocument(string provider, DateOnly today)
{
    private const int MostModels = 20_000;

    private readonly List<SkippedModel> _skipped = [];
    private readonly Dictionary<string, ModelConfiguration> _models = new(StringComparer.Ordinal);

    public ImmutableArray<SkippedModel> Skipped => [.. _skipped];

    /// <summary>By slug.</summary>
    public ImmutableArray<ModelConfiguration> Models => [.. _models.Values.OrderBy(model => model.Slug, StringComparer.Ordinal)];

    /// <summary>Reads a page.</summary>
    /// <returns>Where the next one is; null: this was the last.</returns>
    /// <exception cref="InvalidDataException">It is no document of models.</exception>
    public string? ReadPage(JsonElement page)
    {
        var list = page.ValueKind == JsonValueKind.Array ? page : page.Member("data") ?? default;
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidDataException("it is not a document of models: it must be { \"data\": [ … ] }");
        }

        foreach (var model in list.EnumerateArray())
        {
            if (_models.Count + _skipped.Count >= MostModels)
            {
                throw new InvalidDataException($"it has more than {MostModels:N0} models");
            }

            Add(model);
        }

        return page.Object("links")?.Text("next");
    }

    private void Add(JsonElement model)
    {
        var draft = new ModelDraft(model.Text("id") ?? "");
        ReadModel(model, draft);
        if (draft.Model is { } read && Join(read) is { } joined)
        {
            _models[read.Slug] = joined;
            return;
        }

        _skipped.Add(new SkippedModel(draft.Id, draft.Problem ?? "it stands in the document twice"));
    }

    private void ReadModel(JsonElement model, ModelDraft draft)
    {
        if (draft.Id.Length == 0)
        {
            draft.Refuse("it has no id");
        }
        else if (model.Member("schema_version") is { } version)
        {
            ReadTyped(model, version.ToString(), draft);
        }
        else if (model.Object("architecture") is not null)
        {
            ModelsApiReader.Read(model, provider, today, draft);
        }
        else if (model.Object("pricing") is not null)
        {
            FlatProviderReader.Read(model, provider, today, draft);
        }
        else
        {
            draft.Refuse("it has no pricing, so its use could not be charged; describe it in weir.json");
        }
    }

    private void ReadTyped(JsonElement model, string version, ModelDraft draft)
    {
        if (version == "2.4")
        {
            TypedProviderReader.Read(model, provider, today, draft);
            return;
        }

        draft.Refuse($"its schema_version is \"{version}\"; \"2.4\" can be read");
    }

    // The same model may run there twice, for instance in two quantizations.
    private ModelConfiguration? Join(ModelConfiguration model)
    {
        if (!_models.TryGetValue(model.Slug, out var known))
        {
            return model;
        }

        return known.Endpoints.Any(endpoint => endpoint.UpstreamModel == model.Endpoints[0].UpstreamModel)
            ? null
            : known with { Endpoints = known.Endpoints.AddRange(model.Endpoints) };
    }
}
