using System.Collections.Immutable;
using Weir.Gateway.Byok;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Health;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Secrets;
using Weir.Protocol.Errors;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Byok;

/// <summary>Where credentials of a caller's own stand in a plan, and whose they are.</summary>
public sealed class ByokExpansionTests : IDisposable
{
    private readonly ProviderKeyRegistrar _keys = SecretsInMemory.Registrar();
    private readonly ByokExpansion _byok;

    public ByokExpansionTests() => _byok = new ByokExpansion(_keys, () => 0.05m);

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task Expand_PutsPrioritisedKeysFirst_ThenTheServers_ThenFallbackOnes()
    {
        await AddAsync("one", Row("acme"));
        await AddAsync("two", Row("beta"));
        await AddAsync("three", Row("acme"));
        await AddAsync("four", Row("acme") with { IsFallback = true });

        Assert.Equal(["acme one", "acme three", "beta two", "acme -", "beta -", "acme four"], Names(Plan(Of("acme"), Of("beta"))));
    }

    [Fact]
    public async Task Expand_OfSeveralModels_KeepsTheirOrder()
    {
        await AddAsync("two", Row("beta"));

        Assert.Equal(["acme -", "beta two", "beta -"], Names(Plan(Of("acme", "first"), Of("beta", "second"))));

        // Sorted across models, there is one order, and it has one front.
        Assert.Equal(["beta two", "acme -", "beta -", "gamma -"], Names(Plan(Of("acme", "first"), Of("beta", "second"), Of("gamma", "first"))));
    }

    [Fact]
    public async Task Expand_ProviderWithoutACredentialOfTheServers_StandsForItsKeysAlone()
    {
        await AddAsync("one", Row("acme"));
        var owned = Of("acme");
        owned = owned with { Endpoint = owned.Endpoint with { Provider = owned.Endpoint.Provider with { IsByokOnly = true } } };

        Assert.Equal(["acme one", "beta -"], Names(Plan(owned, Of("beta"))));
    }

    [Fact]
    public async Task Expand_NeverShowsTheServersCredential_AndOpensTheOwnOneOnlyWhenAsked()
    {
        await AddAsync("one", Row("acme"));

        var candidate = Expand(Plan(Of("acme")))[0];

        Assert.Null(candidate.Endpoint.Provider.ApiKey);
        Assert.Equal("one", candidate.Unseal().Endpoint.Provider.ApiKey);
        Assert.Equal(["one"], candidate.Unseal().Endpoint.Provider.Secrets);
        Assert.True(candidate.IsSameAs(candidate.Unseal()));
        Assert.False(Expand(Plan(Of("acme")))[1].IsByok);
    }

    [Fact]
    public async Task Unseal_WithAnotherSecretKey_FailsLikeACandidateThatCannotBeAsked()
    {
        await AddAsync("one", Row("acme"));
        var damaged = _keys.All[0] with { Sealed = "v1:" + Convert.ToBase64String(new byte[64]) };
        var candidate = Of("acme");
        candidate = candidate with { Endpoint = candidate.Endpoint with { Credential = new OwnCredential(damaged, _keys, 0) } };

        Assert.Contains("cannot be read", Assert.Throws<TranslationException>(candidate.Unseal).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void KeysOf_EveryFilterMustMatch()
    {
        var caller = Caller() with { Key = Caller().Key with { CreatorUserId = "ann" } };
        var all = Row("acme");

        Assert.True(Fits(all));
        Assert.False(Fits(all with { Disabled = true }));
        Assert.True(Fits(all with { WorkspaceId = Workspace }));
        Assert.False(Fits(all with { WorkspaceId = Guid.CreateVersion7() }));
        Assert.True(Fits(all with { AllowedKeyHashes = [caller.Key.Hash.ToString()] }));
        Assert.False(Fits(all with { AllowedKeyHashes = [KeyHash.Of("other").ToString()] }));
        Assert.True(Fits(all with { AllowedUserIds = ["bob", "ann"] }));
        Assert.False(Fits(all with { AllowedUserIds = ["bob"] }));
        Assert.False(Fits(all with { AllowedUserIds = ["ann"], WorkspaceId = Guid.CreateVersion7() }));
        Assert.False((all with { AllowedUserIds = ["ann"] }).IsFor(Workspace, caller.Key.Hash, user: null));
        Assert.True((all with { AllowedModels = ["ACME/small"] }).Opens("acme", "acme/small"));
        Assert.False((all with { AllowedModels = ["acme/large"] }).Opens("acme", "acme/small"));
        Assert.False(all.Opens("beta", "acme/small"));

        bool Fits(ProviderKeyRow row) => row.IsFor(Workspace, caller.Key.Hash, caller.Key.CreatorUserId);
    }

    [Fact]
    public async Task Health_OfAPersonalKey_SaysNothingAboutTheEndpoint_NorAboutItsReplacement()
    {
        var time = new FakeTime();
        var health = new HealthDirectory(time, new Random(1));
        var row = await AddAsync("one", Row("acme"));
        var plan = Expand(Plan(Of("acme")));
        for (var i = 0; i < 20; i++)
        {
            _ = health.Asked(plan[0], isStreamed: false);
            health.Failed(plan[0], Attempt("acme", new AttemptFailure { Code = GatewayErrorCode.RateLimited, Message = "", Fallback = FallbackScope.NextEndpoint, RetryAfter = TimeSpan.FromMinutes(2) }, 429));
        }

        Assert.NotNull(health.RetryAfter(plan[0]));
        Assert.Null(health.RetryAfter(plan[1]));
        Assert.Empty(health.CircuitsOf(new CatalogSnapshot([plan[1].Model], null)));
        _ = await _keys.ChangeAsync(row.Id, _ => row, "another", TestContext.Current.CancellationToken);
        Assert.Null(health.RetryAfter(Expand(Plan(Of("acme")))[0]));
    }

    private static ProviderKeyRow Row(string provider) => new()
    {
        Id = Guid.CreateVersion7(), Provider = provider, Sealed = "", Label = "", CreatedAt = FakeTime.Start,
    };

    private static Candidate Of(string provider, string model = "acme/small") => Candidate(provider, model);

    private static RoutePlan Plan(params Candidate[] candidates)
    {
        // The candidates of one model have the same entry, as those of a catalogue do.
        var models = new Dictionary<string, ModelEntry>(StringComparer.Ordinal);
        return new RoutePlan([.. candidates.Select(candidate => candidate with
        {
            Model = models.TryGetValue(candidate.ModelSlug, out var known) ? known : models[candidate.ModelSlug] = candidate.Model,
        })]);
    }

    private ImmutableArray<Candidate> Expand(RoutePlan plan) =>
        _byok.Expand(new Routed(new Prepared(Parsed()), plan), _byok.KeysOf(Caller())).Plan.Candidates;

    private IEnumerable<string> Names(RoutePlan plan) =>
        Expand(plan).Select(candidate => $"{candidate.Endpoint.Provider.Slug} {(candidate.IsByok ? candidate.Unseal().Endpoint.Provider.ApiKey : "-")}");

    private Task<ProviderKeyRow> AddAsync(string secret, ProviderKeyRow row) => _keys.AddAsync(row, secret, TestContext.Current.CancellationToken);
}
