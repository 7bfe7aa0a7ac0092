using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using Rostrum.Pages;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Rostrum.Templates;

/// <summary>Lets templates read the public properties of view records, by their names in snake case. Registered types only; nothing can be written or called.</summary>
internal sealed class ViewAccessor : IObjectAccessor
{
    private static readonly Dictionary<Type, ViewAccessor> Accessors = new()
    {
        [typeof(SiteView)] = Of<SiteView>(),
        [typeof(NavigationView)] = Of<NavigationView>(),
        [typeof(LicenseView)] = Of<LicenseView>(),
        [typeof(Link)] = Of<Link>(),
        [typeof(StatementLink)] = Of<StatementLink>(),
        [typeof(EntityRow)] = Of<EntityRow>(),
        [typeof(YearView)] = Of<YearView>(),
        [typeof(PassageView)] = Of<PassageView>(),
        [typeof(PassageGroup)] = Of<PassageGroup>(),
        [typeof(ReferenceView)] = Of<ReferenceView>(),
        [typeof(Pager)] = Of<Pager>(),
        [typeof(PagerLink)] = Of<PagerLink>(),
        [typeof(Fact)] = Of<Fact>(),
        [typeof(Breadcrumb)] = Of<Breadcrumb>(),
        [typeof(HomeView)] = Of<HomeView>(),
        [typeof(CountView)] = Of<CountView>(),
        [typeof(StatementsView)] = Of<StatementsView>(),
        [typeof(StatementYear)] = Of<StatementYear>(),
        [typeof(IndexView)] = Of<IndexView>(),
        [typeof(YearsView)] = Of<YearsView>(),
        [typeof(YearPageView)] = Of<YearPageView>(),
        [typeof(TextView)] = Of<TextView>(),
        [typeof(OutlineEntry)] = Of<OutlineEntry>(),
        [typeof(SearchView)] = Of<SearchView>(),
        [typeof(NotFoundView)] = Of<NotFoundView>(),
        [typeof(RedirectView)] = Of<RedirectView>(),
        [typeof(StatementView)] = Of<StatementView>(),
        [typeof(BlockView)] = Of<BlockView>(),
        [typeof(CitationView)] = Of<CitationView>(),
        [typeof(SourceView)] = Of<SourceView>(),
        [typeof(RevisionView)] = Of<RevisionView>(),
        [typeof(WithdrawalView)] = Of<WithdrawalView>(),
        [typeof(RelatedView)] = Of<RelatedView>(),
        [typeof(TranslationView)] = Of<TranslationView>(),
        [typeof(EntityView)] = Of<EntityView>(),
        [typeof(PositionView)] = Of<PositionView>(),
        [typeof(PositionRow)] = Of<PositionRow>(),
        [typeof(PositionYear)] = Of<PositionYear>(),
        [typeof(PositionEntry)] = Of<PositionEntry>(),
        [typeof(CompareView)] = Of<CompareView>(),
        [typeof(CompareRow)] = Of<CompareRow>(),
        [typeof(CompareCell)] = Of<CompareCell>(),
        [typeof(ParallelView)] = Of<ParallelView>(),
        [typeof(ParallelSide)] = Of<ParallelSide>(),
        [typeof(ParallelRow)] = Of<ParallelRow>(),
        [typeof(CoverageView)] = Of<CoverageView>(),
        [typeof(CoverageRow)] = Of<CoverageRow>(),
        [typeof(UnresolvedView)] = Of<UnresolvedView>(),
        [typeof(UnresolvedCitation)] = Of<UnresolvedCitation>(),
        [typeof(DataPageView)] = Of<DataPageView>(),
        [typeof(DataFileView)] = Of<DataFileView>(),
        [typeof(DataTableView)] = Of<DataTableView>(),
        [typeof(DataColumnView)] = Of<DataColumnView>(),
        [typeof(SourcesView)] = Of<SourcesView>(),
        [typeof(SourceRow)] = Of<SourceRow>(),
        [typeof(PartView)] = Of<PartView>(),
        [typeof(KnownView)] = Of<KnownView>(),
    };

    // Found by reflection, which takes time: a type when one of it is first read, a member when it is.
    private readonly Lazy<Dictionary<string, Lazy<Func<object, object?>>>> getters;

    private ViewAccessor(Func<Dictionary<string, Lazy<Func<object, object?>>>> find) => getters = new(find);

    /// <summary>Every type that templates can read.</summary>
    public static IEnumerable<Type> Types => Accessors.Keys;

    /// <inheritdoc/>
    public bool HasIndexer => false;

    /// <inheritdoc/>
    public Type IndexType => typeof(object);

    /// <summary>The names by which templates read a type; empty for a type that is none of them.</summary>
    public static IReadOnlyCollection<string> MembersOf(Type type) => Find(type) is { } accessor ? accessor.getters.Value.Keys : [];

    /// <summary>The accessor of a type, or null.</summary>
    public static ViewAccessor? Find(Type type) => Accessors.GetValueOrDefault(type);

    /// <summary>Reads a member of a record of this accessor's type; null when there is no such member.</summary>
    public Func<object, object?>? GetterOf(string member) => getters.Value.GetValueOrDefault(member)?.Value;

    /// <inheritdoc/>
    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => getters.Value.Count;

    /// <inheritdoc/>
    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => getters.Value.Keys;

    /// <inheritdoc/>
    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => getters.Value.ContainsKey(member);

    /// <inheritdoc/>
    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var getter = GetterOf(member);
        value = getter?.Invoke(target);
        return getter is not null;
    }

    /// <inheritdoc/>
    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    /// <inheritdoc/>
    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    /// <inheritdoc/>
    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;

    private static ViewAccessor Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>()
        where T : class => new(static () =>
    {
        var getters = new Dictionary<string, Lazy<Func<object, object?>>>(StringComparer.Ordinal);
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetMethod is { } get) getters[StandardMemberRenamer.Rename(property.Name)] = new(() => Getter<T>(get));
        }

        return getters;
    });

    // Delegates of known shapes, because native code can't make new generic ones at run time. Whoever asks for a getter has found the accessor by the type of the target.
    private static Func<object, object?> Getter<T>(MethodInfo get)
        where T : class
    {
        if (get.ReturnType == typeof(int))
        {
            var number = get.CreateDelegate<Func<T, int>>();
            return target => Value.Box(number(Unsafe.As<T>(target)));
        }

        if (get.ReturnType == typeof(bool))
        {
            var flag = get.CreateDelegate<Func<T, bool>>();
            return target => Value.Box(flag(Unsafe.As<T>(target)));
        }

        if (get.ReturnType == typeof(DateOnly))
        {
            var date = get.CreateDelegate<Func<T, DateOnly>>();
            return target => date(Unsafe.As<T>(target));
        }

        if (get.ReturnType == typeof(DateOnly?))
        {
            var date = get.CreateDelegate<Func<T, DateOnly?>>();
            return target => date(Unsafe.As<T>(target));
        }

        var read = get.CreateDelegate<Func<T, object?>>();
        return target => read(Unsafe.As<T>(target));
    }
}
