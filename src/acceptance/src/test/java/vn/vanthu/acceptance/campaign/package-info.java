/**
 * The fault campaign: mixed mail without a pause, one fault after the other, and after each the promises counted. The short
 * form is {@link vn.vanthu.acceptance.campaign.CampaignTest}, the long one {@code src/acceptance/campaign}.
 */
@org.jspecify.annotations.NullMarked
package vn.vanthu.acceptance.campaign;
