using Weir.Gateway.Catalog;
using Weir.Gateway.Guardrails;
using Weir.Gateway.Health;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Guardrails;
using Weir.Protocol.Errors;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Gateway.Guardrails.FilterSamples;
using static Weir.Tests.Gateway.Routing.RouteSamples;

namespace Weir.Tests.Gateway.Guardrails;

/// <summary>What several guardrails come to for routing, and what is said where nobody is left.</summary>
public sealed class CallerRestrictionsTests
{
    [Fact]
    public void Allowlists_Intersect_AndIgnoreListsUnite()
    {
        var first = Row() with { AllowedProviders = ["acme", "bolt", "castle"], IgnoredProviders = ["castle"] };
        var second = Row() with { AllowedProviders = ["BOLT INC.", "castle", "dune"] };

        Assert.Equal("bolt", Left(CatalogOf(At("acme"), At("bolt"), At("castle"), At("dune")), first, second));
        Assert.Equal("dune", Left(CatalogOf(At("acme"), At("dune")), Row() with { IgnoredProviders = ["acme"] }, Row() with { IgnoredProviders = ["bolt"] }));
    }

    [Fact]
    public void Allowlists_WithNothingInCommon_PermitNobodyAndSayWho()
    {
        var error = Refused(CatalogOf(At("acme"), At("bolt")), Row() with { AllowedProviders = ["acme"] }, Row() with { AllowedProviders = ["bolt"], IgnoredProviders = ["castle"] });

        Assert.Equal(404, error.Status);
        Assert.Equal(
            "No allowed providers are available for the selected model. Providers serving acme/small: acme, bolt, but your guardrails permit only: none, but not castle.",
            error.Message);
        Assert.Equal(("no_endpoints", "guardrail.providers"), (error.Availability!.Code, error.Availability.ConstraintField));
        Assert.Equal(["allowed_providers"], error.Availability.ExcludedBy);
    }

    [Theory]
    [InlineData("acme/small", true)]
    [InlineData("ACME/SMALL-2026", true)]
    [InlineData("acme/large", false)]
    [InlineData("acme/small:free", false)]
    public void Models_AreMeantBySlugAndCanonicalSlug(string allowed, bool isLeft)
    {
        var model = GatewaySamples.Model("acme/small", At("acme")) with { Permaslug = "acme/small-2026" };
        var restrictions = new CallerRestrictions(Row() with { AllowedModels = [allowed] });

        Assert.Equal(isLeft, restrictions.Admit(model));
        Assert.Equal(!isLeft, new CallerRestrictions(Row() with { IgnoredModels = [allowed] }).Admit(model));
    }

    [Fact]
    public void Models_NotPermitted_FallBackToThoseThatAre_AndSayWhenNoneIs()
    {
        var catalog = CatalogOf(GatewaySamples.Model("acme/small", At("acme")), GatewaySamples.Model("acme/large", At("acme")));
        var guardrail = Row() with { IgnoredModels = ["acme/small"] };

        Assert.Equal("acme/large", ModelsOf(Plan(catalog, """{"model":"acme/small","models":["acme/large"],"messages":[{"role":"user","content":"Hi"}]}""", guardrail)));
        Assert.Contains("under guardrail.models: your guardrails do not permit this model", Refused(catalog, guardrail).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anthropic/claude", true)]
    [InlineData("openai/gpt", false)]
    [InlineData("x-ai/grok", true)]
    [InlineData("acme/small", false)]
    public void ZeroRetention_IsAskedByGroup_OfWhicheverGuardrail(string slug, bool isAsked)
    {
        var restrictions = new CallerRestrictions(
            Row() with { ZeroRetention = new ZeroRetentionRow { Anthropic = true, OpenAI = false } },
            Row() with { ZeroRetention = new ZeroRetentionRow { XAI = true, Anthropic = false } });
        var keeps = At("keeps");
        var forgets = At("forgets") with { Provider = At("forgets").Provider with { DataPolicy = new DataPolicy { Zdr = true } } };

        Assert.Equal(!isAsked, restrictions.Admit(GatewaySamples.Model(slug, keeps)));
        Assert.True(restrictions.Admit(GatewaySamples.Model(slug, forgets)));
    }

    [Fact]
    public void ZeroRetention_NobodyLeft_IsRestrictedByPrivacy()
    {
        var error = Refused(CatalogOf(At("acme")), Row() with { ZeroRetention = new ZeroRetentionRow { Other = true } });

        Assert.Equal(("privacy_restricted", "guardrail.enforce_zdr"), (error.Availability!.Code, error.Availability.ConstraintField));
        Assert.Equal(["data_policy:zdr"], error.Availability.ExcludedBy);
    }

    [Theory]
    [InlineData(true, true, false, true, true)]
    [InlineData(true, false, false, true, true)]
    [InlineData(false, true, false, true, false)]
    [InlineData(false, true, true, false, true)]
    [InlineData(true, true, true, false, false)]
    [InlineData(true, false, false, false, true)]
    public void Training_OfFreeAndPaidEndpoints_IsForbiddenApart(bool isFree, bool trains, bool forbidsFree, bool forbidsPaid, bool isLeft)
    {
        var restrictions = new CallerRestrictions(Row() with { EnableFreeTraining = !forbidsFree, EnablePaidTraining = !forbidsPaid });
        var endpoint = At("acme", isFree ? 0 : 1);

        Assert.Equal(isLeft, restrictions.Admit(GatewaySamples.Model("acme/small", endpoint with { Provider = endpoint.Provider with { DataPolicy = new DataPolicy { Training = trains } } })));
    }

    [Fact]
    public void Training_NobodyLeft_IsRestrictedByPrivacy()
    {
        var trains = At("acme") with { Provider = At("acme").Provider with { DataPolicy = new DataPolicy { Training = true } } };

        var error = Refused(CatalogOf(trains), Row() with { EnablePaidTraining = false });

        Assert.Equal(("privacy_restricted", "guardrail.training"), (error.Availability!.Code, error.Availability.ConstraintField));
        Assert.Equal(["data_policy:training"], error.Availability.ExcludedBy);
    }

    [Fact]
    public void Routers_ChooseAmongPermittedModelsOnly()
    {
        var catalog = CatalogOf(GatewaySamples.Model("acme/cheap", At("acme", 1)), GatewaySamples.Model("acme/dear", At("acme", 9)));

        Assert.Equal("acme/dear", ModelsOf(Plan(catalog, $$"""{"model":"openrouter/auto",{{Hi}}}""", Row() with { IgnoredModels = ["acme/cheap"] })));
    }

    private static string Left(CatalogSnapshot catalog, params GuardrailRow[] guardrails) => TagsOf(Plan(catalog, $$"""{"model":"acme/small",{{Hi}}}""", guardrails));

    private static GatewayError Refused(CatalogSnapshot catalog, params GuardrailRow[] guardrails) =>
        Assert.Throws<GatewayException>(() => Plan(catalog, $$"""{"model":"acme/small",{{Hi}}}""", guardrails)).Error;

    private static RoutePlan Plan(CatalogSnapshot catalog, string request, params GuardrailRow[] guardrails) =>
        new RoutePlanner(new UnmeasuredVitals(), new Random(1)).Plan(
            catalog,
            new RouteQuery(GatewaySamples.Request(request), ChatOperation.Instance, GatewaySamples.Workspace) { Restrictions = new CallerRestrictions(guardrails) });
}
