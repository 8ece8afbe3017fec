using System.Text.Json;
using Weir.Tracing.Datasets;
using Xunit;

namespace Weir.Tests.Tracing.Datasets;

/// <summary>The rules by which an upload is compared with what is there: those of Phoenix's own tests.</summary>
public sealed class UploadPlanTests
{
    private static readonly JsonElement Empty = JsonElement.Parse("{}");

    public static TheoryData<string, string?, string, string?, int, int, int> Changes => new()
    {
        // known content and id, uploaded content and id: created, updated, deleted
        { "1", "e1", "1", "e1", 0, 0, 0 },
        { "1", null, "1", null, 0, 0, 0 },
        { "1", "e1", "2", "e1", 0, 1, 0 },
        { "1", "e1", "1", null, 0, 0, 0 },
        { "1", null, "1", "new", 1, 0, 1 },
        { "1", "e1", "2", null, 1, 0, 1 },
        { "1", null, "2", "e1", 1, 0, 1 },
        { "1", null, "2", null, 1, 0, 1 },
        { "1", "e1", "1", "e2", 1, 0, 1 },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Update_OneExample_ChangesWhatDiffers(string content, string? id, string uploaded, string? uploadedId, int created, int updated, int deleted)
    {
        var plan = UploadPlan.Of(Upload(UploadAction.Update, Draft(uploaded, uploadedId)), State(Known(7, content, id)));

        Assert.Equal((created, updated, deleted), (plan.Created.Length, plan.Updated.Length, plan.Deleted.Length));
        Assert.Equal(created + updated + deleted > 0, plan.HasChanges);
        Assert.Equal(1, plan.ExampleCount);
    }

    [Fact]
    public void Update_OneOfTwoAlikeIsGone_DeletesOne()
    {
        var plan = UploadPlan.Of(Upload(UploadAction.Update, Draft("1")), State(Known(1, "1"), Known(2, "1")));

        Assert.Equal([2L], plan.Deleted);
        Assert.Empty(plan.Created);
    }

    [Fact]
    public void Update_OneBecomesTwoAlike_CreatesOne()
    {
        var plan = UploadPlan.Of(Upload(UploadAction.Update, Draft("1"), Draft("1")), State(Known(1, "1")));

        _ = Assert.Single(plan.Created);
        Assert.Empty(plan.Deleted);
    }

    [Fact]
    public void Append_AnythingNotNamed_Stays()
    {
        var plan = UploadPlan.Of(Upload(UploadAction.Append, Draft("9", "e1"), Draft("3")), State(Known(1, "1", "e1"), Known(2, "2")));

        Assert.Equal((1, 1, 0), (plan.Created.Length, plan.Updated.Length, plan.Deleted.Length));
        Assert.Equal(3, plan.ExampleCount);
    }

    [Fact]
    public void Append_SameContentWithoutId_ChangesNothing() => Assert.False(UploadPlan.Of(Upload(UploadAction.Append, Draft("1")), State(Known(1, "1"))).HasChanges);

    [Fact]
    public void Update_IdThatWasDeleted_ComesBackAsTheSameExample()
    {
        var plan = UploadPlan.Of(Upload(UploadAction.Update, Draft("1", "e1")), State(Known(4, "1", "e1") with { IsLive = false }));

        Assert.Equal(4, Assert.Single(plan.Created).Id);
    }

    [Fact]
    public void Update_IdOfThisServer_IsThatExampleAndNoOwnId()
    {
        var draft = Draft("2", "RGF0YXNldEV4YW1wbGU6NQ==") with { NodeId = 5 };

        var plan = UploadPlan.Of(Upload(UploadAction.Update, draft), State(Known(5, "1")));

        Assert.Equal(5, Assert.Single(plan.Updated).Id);
        Assert.Null(draft.ExternalId);
    }

    [Fact]
    public void Update_IdOfThisServerThatIsNotThere_IsRefusedByName()
    {
        var plan = UploadPlan.Of(Upload(UploadAction.Append, Draft("2", "RGF0YXNldEV4YW1wbGU6OQ==") with { NodeId = 9 }), State(Known(5, "1")));

        Assert.Contains("must match existing examples", plan.Problem, StringComparison.Ordinal);
        Assert.Contains("RGF0YXNldEV4YW1wbGU6OQ==", plan.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ContentOfAnExampleThatALaterOneNames_LeavesItToThat()
    {
        var plan = UploadPlan.Of(Upload(UploadAction.Update, Draft("1"), Draft("1", "e1")), State(Known(1, "1", "e1")));

        Assert.Equal(1, Assert.Single(plan.Unchanged).Id);
        _ = Assert.Single(plan.Created);
    }

    [Fact]
    public void Of_TwoIdsOfOneExample_IsRefused()
    {
        var plan = UploadPlan.Of(Upload(UploadAction.Update, Draft("1", "e1"), Draft("2", "node") with { NodeId = 1 }), State(Known(1, "1", "e1")));

        Assert.Contains("Duplicate example_id", plan.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OneIdTwice_IsRefused() =>
        Assert.Contains("'e9'", UploadPlan.Of(Upload(UploadAction.Create, Draft("1", "e9"), Draft("2", "e9")), null).Problem, StringComparison.Ordinal);

    [Fact]
    public void Create_NameIsTaken_IsRefused() => Assert.True(UploadPlan.Of(Upload(UploadAction.Create, Draft("1")), State()).IsNameTaken);

    [Fact]
    public void Update_NothingOfNothing_IsAVersionTheFirstTimeOnly()
    {
        Assert.True(UploadPlan.Of(Upload(UploadAction.Update), null).HasChanges);
        Assert.False(UploadPlan.Of(Upload(UploadAction.Update), State()).HasChanges);
    }

    [Fact]
    public void Of_MoreThanADatasetMayHave_IsRefused()
    {
        var one = Known(0, "1");
        var known = Enumerable.Range(1, UploadPlan.MostExamples).Select(number => one with { Id = number }).ToArray();

        Assert.Contains("the most is", UploadPlan.Of(Upload(UploadAction.Append, Draft("2")), State(known)).Problem, StringComparison.Ordinal);
    }

    private static DatasetUpload Upload(UploadAction action, params ExampleDraft[] examples) =>
        new() { WorkspaceId = Guid.Empty, Name = "qa", Action = action, Examples = [.. examples], NowUnixNanos = 1 };

    private static DatasetState State(params KnownExample[] examples) => new(3, 11, examples);

    private static KnownExample Known(long id, string content, string? externalId = null) => new(id, externalId, HashOf(content), IsLive: true);

    private static ExampleDraft Draft(string content, string? id = null) =>
        new() { Input = $"{{\"a\":{content}}}", Output = "{}", Metadata = "{}", Hash = HashOf(content), GivenId = id };

    private static ContentHash HashOf(string content) => ExampleHash.Of(JsonElement.Parse($"{{\"a\":{content}}}"), Empty, Empty);
}
